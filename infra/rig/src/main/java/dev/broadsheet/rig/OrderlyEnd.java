package dev.broadsheet.rig;

import dev.broadsheet.rig.check.InvariantChecker;
import dev.broadsheet.rig.check.Violation;
import dev.broadsheet.rig.process.Fleet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Ends the stages in order and looks at how they end.
final class OrderlyEnd {
  /// Less than the time after which a stage that does not end is killed.
  private static final Duration LIMIT = Duration.ofSeconds(24);

  private OrderlyEnd() {}

  /// What was wrong: a stage that did not end, or one whose last totals tell of dropped records.
  static List<Violation> of(Fleet fleet) {
    var violations = new ArrayList<Violation>();
    for (var stage : fleet.stages()) {
      long start = System.nanoTime();
      fleet.process(stage).stop();
      var took = Duration.ofNanos(System.nanoTime() - start);
      if (took.compareTo(LIMIT) > 0) {
        violations.add(
            new Violation(
                "I9 no hang", stage.toString(), "did not end in %d s".formatted(took.toSeconds())));
      }
    }
    violations.addAll(InvariantChecker.dropped(fleet.folder().resolve("log")));
    return violations;
  }
}
