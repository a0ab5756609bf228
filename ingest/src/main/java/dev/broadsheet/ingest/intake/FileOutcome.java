package dev.broadsheet.ingest.intake;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.ledger.Publication;
import java.util.List;

/// What became of a file.
public sealed interface FileOutcome {
  /// It is in the ledger.
  ///
  /// @param bytes size of the file
  record Taken(Publication publication, long bytes) implements FileOutcome {}

  /// It holds several issues, and all are in the ledger.
  ///
  /// @param publications one for each issue, in the order of the file
  /// @param bytes size of the file
  /// @param remarks what of the file was left out and why, one line each that is safe to print
  record Bundle(List<Publication> publications, long bytes, List<String> remarks)
      implements FileOutcome {
    public Bundle {
      publications = List.copyOf(publications);
      remarks = List.copyOf(remarks);
    }
  }

  /// It was not taken in and stays where it is.
  ///
  /// @param message what is wrong and what to do about it, one line that is safe to print
  record Refused(RejectReason reason, String message) implements FileOutcome {}

  /// It is not meant to be taken in.
  ///
  /// @param message why, one line that is safe to print
  record Ignored(String message) implements FileOutcome {}
}
