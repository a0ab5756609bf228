package dev.broadsheet.ingest.file;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.ledger.IncomingIssue;

/// What reading a file gave.
public sealed interface FileReading {
  /// An issue that may be published.
  record Taken(IncomingIssue issue) implements FileReading {}

  /// Nothing that may be published.
  ///
  /// @param message what is wrong and what to do about it, one line
  record Refused(RejectReason reason, String message) implements FileReading {}
}
