package dev.broadsheet.ingest;

import dev.broadsheet.ingest.intake.FileOutcome;
import java.nio.file.Path;

/// Watches a run from outside; called from the thread that runs it.
public interface Progress {
  /// Nobody watches.
  Progress NONE = (file, outcome) -> {};

  /// How many files there are, before the first outcome of a one-shot run.
  default void expected(long files) {}

  /// What became of a file; once for each.
  void settled(Path file, FileOutcome outcome);
}
