package dev.broadsheet.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What processes and machine have taken so far.
///
/// @param nanos when
/// @param cpu seconds of processor time of each process
/// @param machine what all processors did, where the system tells it
public record Snapshot(long nanos, Map<String, Double> cpu, Machine machine) {
  private static final Path STAT = Path.of("/proc/stat");
  private static final double TICKS_A_SECOND = 100;

  /// Seconds of processor time since the machine started.
  ///
  /// @param busy of everybody
  /// @param stolen by the host of a virtual machine
  public record Machine(double busy, double stolen) {}

  /// Looks at processes, by name.
  static Snapshot of(Map<String, Long> processes) {
    var cpu = new LinkedHashMap<String, Double>();
    processes.forEach((name, pid) -> cpu.put(name, cpuSeconds(pid)));
    return new Snapshot(System.nanoTime(), cpu, wholeMachine());
  }

  private static double cpuSeconds(long pid) {
    return ProcessHandle.of(pid)
            .flatMap(process -> process.info().totalCpuDuration())
            .orElse(Duration.ZERO)
            .toMillis()
        / 1e3;
  }

  /// The largest memory that a process ever had, in MB; 0 where the system does not tell.
  static long peakMegabytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("[^0-9]", ""))
          .mapToLong(Long::parseLong)
          .map(kilobytes -> kilobytes / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Machine wholeMachine() {
    if (!Files.isReadable(STAT)) {
      return new Machine(0, 0);
    }
    try {
      // user nice system idle iowait irq softirq steal
      List<Double> ticks =
          List.of(Files.readAllLines(STAT).getFirst().split(" +")).stream()
              .skip(1)
              .limit(8)
              .map(Double::parseDouble)
              .toList();
      double busy = ticks.get(0) + ticks.get(1) + ticks.get(2) + ticks.get(5) + ticks.get(6);
      return new Machine(busy / TICKS_A_SECOND, ticks.get(7) / TICKS_A_SECOND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was taken since an earlier look.
  public Span since(Snapshot before) {
    var used = new LinkedHashMap<String, Double>();
    cpu.forEach((name, seconds) -> used.put(name, seconds - before.cpu.getOrDefault(name, 0.0)));
    double ours = used.values().stream().mapToDouble(Double::doubleValue).sum();
    double busy = machine.busy - before.machine.busy;
    return new Span(
        (nanos - before.nanos) / 1e9,
        used,
        Math.max(0, busy - ours),
        machine.stolen - before.machine.stolen);
  }
}
