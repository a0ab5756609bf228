package dev.broadsheet.rig;

import dev.broadsheet.rig.check.ProcessUse;
import dev.broadsheet.rig.check.Violation;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.Fleet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the stages take of the machine when they have nothing to do: before a run, and after it.
///
/// A stage keeps a few connections and threads more or less, so ten percent have a little room on
/// top. Memory is held against the heap's limit and what a JVM takes beside it, as a heap that has
/// grown does not shrink.
final class Resources {
  private static final double ROOM = 1.1;
  private static final int MORE_FILES = 24;
  private static final int MORE_THREADS = 8;
  private static final int BESIDE_HEAP_MEGABYTES = 300;

  private final Fleet fleet;
  private final Map<Victim, ProcessUse> before;

  /// Looks at the stages of a pipeline that is quiet.
  Resources(Fleet fleet) {
    this.fleet = fleet;
    this.before = look();
  }

  /// Looks again, when it is quiet again.
  List<Violation> compare() {
    var violations = new ArrayList<Violation>();
    look().forEach((stage, after) -> compare(stage, after, violations));
    return violations;
  }

  private void compare(Victim stage, ProcessUse after, List<Violation> violations) {
    ProcessUse first = before.getOrDefault(stage, after);
    if (after.files() > first.files() * ROOM + MORE_FILES) {
      violations.add(
          new Violation(
              "I7 bounded",
              stage.toString(),
              "has %d files open, %d at first".formatted(after.files(), first.files())));
    }
    if (after.threads() > first.threads() * ROOM + MORE_THREADS) {
      violations.add(
          new Violation(
              "I7 bounded",
              stage.toString(),
              "has %d threads, %d at first".formatted(after.threads(), first.threads())));
    }
    long megabytes = after.residentKilobytes() / 1024;
    if (megabytes > Fleet.heapMegabytes(stage.component()) + BESIDE_HEAP_MEGABYTES) {
      violations.add(
          new Violation("I7 bounded", stage.toString(), "takes %d MB".formatted(megabytes)));
    }
  }

  private Map<Victim, ProcessUse> look() {
    var all = new LinkedHashMap<Victim, ProcessUse>();
    for (Victim stage : fleet.stages()) {
      try {
        all.put(stage, ProcessUse.of(fleet.process(stage).pid()));
      } catch (IOException e) {
        throw new IllegalStateException("%s has ended".formatted(stage), e);
      }
    }
    return all;
  }
}
