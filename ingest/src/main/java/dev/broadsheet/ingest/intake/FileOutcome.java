package dev.broadsheet.ingest.intake;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.ledger.Publication;

/// What became of a file.
public sealed interface FileOutcome {
  /// It is in the ledger.
  ///
  /// @param bytes size of the file
  record Taken(Publication publication, long bytes) implements FileOutcome {}

  /// It was not taken in and stays where it is.
  ///
  /// @param message what is wrong and what to do about it, one line that is safe to print
  record Refused(RejectReason reason, String message) implements FileOutcome {}

  /// It is not meant to be taken in.
  ///
  /// @param message why, one line that is safe to print
  record Ignored(String message) implements FileOutcome {}
}
