package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.rig.Report;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// How soon a killed stage has to be back: its session and its transaction end after ten seconds,
/// and a JVM starts.
///
/// A machine that is shared with much else takes many times as long to start a JVM, which says
/// nothing about the pipeline. There the times are printed and not judged, unless
/// `-Dchaos.judge=true` says that the run has priority there.
///
/// Kills that the next fault overlapped do not count: their time to come back holds that of the
/// next fault, which the plan may have made last for half a minute. They are printed as well.
final class RecoveryBound {
  private static final Duration BOUND = Duration.ofSeconds(25);
  private static final double MOST_LOAD_PER_CORE = 5;

  private RecoveryBound() {}

  /// Of a long run: all but the slowest percent.
  static void check(Report report) {
    check(report, 99);
  }

  /// Of a short run, where the slowest percent is a single kill: half of them.
  static void checkMedian(Report report) {
    check(report, 50);
  }

  private static void check(Report report, int percent) {
    var machine = ManagementFactory.getOperatingSystemMXBean();
    double load = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    assertThat(report.firstOutput(100)).as("every killed stage is back").isPresent();
    if (load > MOST_LOAD_PER_CORE && !Boolean.getBoolean("chaos.judge")) {
      System.out.printf("Load of %.1f a core: the times are not judged%n", load);
    } else {
      assertThat(report.firstOutput(percent).get()).isLessThan(BOUND);
    }
  }
}
