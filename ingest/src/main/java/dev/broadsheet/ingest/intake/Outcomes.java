package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.file.FileStamp;
import java.nio.file.Path;

/// Is told what became of each file that was offered, once.
@FunctionalInterface
public interface Outcomes {
  /// Takes note of an outcome.
  ///
  /// @param stamp the state of the file that this is about
  void settled(Path file, FileStamp stamp, FileOutcome outcome);
}
