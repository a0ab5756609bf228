package dev.broadsheet.rig;

import dev.broadsheet.rig.check.Violation;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Fault;
import dev.broadsheet.rig.plan.FaultPlan;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a run of faults showed.
///
/// @param plan that was run
/// @param counts what went through, by name, in the order of printing
/// @param recoveries one for each fault
/// @param violations none when all held
/// @param time that it took
public record Report(
    FaultPlan plan,
    Map<String, Long> counts,
    List<Recovery> recoveries,
    List<Violation> violations,
    Duration time) {
  private static final int SHOWN = 50;

  public Report {
    recoveries = List.copyOf(recoveries);
    violations = List.copyOf(violations);
  }

  /// Whether every invariant held.
  public boolean allHeld() {
    return violations.isEmpty();
  }

  /// The time within which so many percent of the killed stages gave their first output; of kills
  /// that no other fault overlapped. Empty when one of those never did.
  public Optional<Duration> firstOutput(int percent) {
    return percentile(kills().filter(r -> !r.overlapped()).toList(), percent, Recovery::first);
  }

  /// Prints it for people.
  public void print(PrintWriter out) {
    out.printf("%nRun of seed %d: %d s%n", plan.seed(), time.toSeconds());
    counts.forEach((name, count) -> out.printf("  %-34s %9d%n", name, count));
    out.println("Time to come back, seconds (median / 99 % / worst)");
    out.println("                              first output          every partition");
    var byKind = new TreeMap<String, List<Recovery>>();
    for (Recovery recovery : recoveries) {
      byKind.computeIfAbsent(kind(recovery), _ -> new ArrayList<>()).add(recovery);
    }
    byKind.forEach((kind, list) -> print(out, kind, list));
    print(out, "all kills not overlapped", kills().filter(r -> !r.overlapped()).toList());
    print(out, "all kills", kills().toList());
    if (allHeld()) {
      out.println("All invariants held.");
    } else {
      out.printf("%d VIOLATIONS; run again with seed %d%n", violations.size(), plan.seed());
      violations.stream().limit(SHOWN).forEach(v -> out.println("  " + v));
      out.println(plan);
    }
    out.flush();
  }

  private Stream<Recovery> kills() {
    return recoveries.stream().filter(r -> r.fault() instanceof Fault.Kill);
  }

  private static void print(PrintWriter out, String kind, List<Recovery> list) {
    out.printf(
        "  %-24s %3d  %s   %s%n",
        kind, list.size(), row(list, Recovery::first), row(list, Recovery::whole));
  }

  private static String row(List<Recovery> list, Function<Recovery, Optional<Duration>> time) {
    return "%6s /%6s /%6s"
        .formatted(
            seconds(percentile(list, 50, time)),
            seconds(percentile(list, 99, time)),
            seconds(percentile(list, 100, time)));
  }

  private static Optional<Duration> percentile(
      List<Recovery> list, int percent, Function<Recovery, Optional<Duration>> time) {
    if (list.isEmpty()) {
      return Optional.empty();
    }
    // What never came back sorts behind all that did.
    var sorted = list.stream().map(r -> time.apply(r).orElse(Duration.ofDays(1))).sorted().toList();
    int rank = Math.max(1, (int) Math.ceil(percent / 100.0 * sorted.size()));
    Duration at = sorted.get(rank - 1);
    return at.compareTo(Duration.ofDays(1)) < 0 ? Optional.of(at) : Optional.empty();
  }

  private static String seconds(Optional<Duration> time) {
    return time.map(t -> "%.1f".formatted(t.toMillis() / 1000.0)).orElse("-");
  }

  private static String kind(Recovery recovery) {
    String what =
        switch (recovery.fault()) {
          case Fault.Kill _ -> "kill";
          case Fault.Pause _ -> "pause";
          case Fault.Restart _ -> "restart";
          case Fault.Disturb _ -> "disturb";
        };
    Component component = recovery.fault().component();
    return what + " " + component.word() + (recovery.overlapped() ? ", overlapped" : "");
  }
}
