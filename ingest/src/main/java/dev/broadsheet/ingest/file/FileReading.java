package dev.broadsheet.ingest.file;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.ledger.IncomingIssue;
import java.util.List;

/// What reading a file gave.
public sealed interface FileReading {
  /// Issues that may be published: one for a file that is a page, several for an archive or a PDF
  /// file of several pages; at least one.
  ///
  /// @param size of the file in bytes
  /// @param remarks what of the file was left out and why, one line each
  record Taken(List<IncomingIssue> issues, long size, List<String> remarks) implements FileReading {
    public Taken {
      issues = List.copyOf(issues);
      remarks = List.copyOf(remarks);
    }
  }

  /// Nothing that may be published.
  ///
  /// @param message what is wrong and what to do about it, one line
  record Refused(RejectReason reason, String message) implements FileReading {}
}
