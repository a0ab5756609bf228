package dev.broadsheet.ingest.inbox;

import java.nio.file.Path;
import java.util.Optional;

/// What becomes of the files of the inbox.
///
/// @param done of files whose issues are all in the ledger
/// @param archive folder that they are moved to
/// @param quarantine folder that refused files are moved to, or empty when they stay
public record Afterwards(Done done, Path archive, Optional<Path> quarantine) {
  /// What to do with a file that was taken in.
  public enum Done {
    KEEP,
    MOVE,
    DELETE
  }

  /// Nothing is touched.
  public static final Afterwards NOTHING =
      new Afterwards(Done.KEEP, Path.of("archive"), Optional.empty());

  boolean isActive() {
    return done != Done.KEEP || quarantine.isPresent();
  }
}
