package dev.broadsheet.rig.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a process takes of the machine, from `/proc`.
///
/// @param residentKilobytes of memory
/// @param threads of it
/// @param files that it has open, sockets included
public record ProcessUse(long residentKilobytes, int threads, int files) {
  /// Looks at a process.
  ///
  /// @throws IOException when it has ended
  public static ProcessUse of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    List<String> status = Files.readAllLines(process.resolve("status"));
    try (var files = Files.list(process.resolve("fd"))) {
      return new ProcessUse(
          value(status, "VmRSS"), (int) value(status, "Threads"), (int) files.count());
    }
  }

  private static long value(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
