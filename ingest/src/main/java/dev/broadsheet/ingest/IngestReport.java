package dev.broadsheet.ingest;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.file.Printable;
import dev.broadsheet.ingest.intake.Tally;
import java.nio.file.Path;
import java.util.List;

/// What a one-shot run did.
///
/// @param tally counts of outcomes
/// @param refusals the first 1,000 of them; [Progress] was told all
public record IngestReport(Tally tally, List<Refusal> refusals) {
  /// A file that was not taken in and stays where it is.
  public record Refusal(Path file, RejectReason reason, String message) {
    /// One line that names the file, the reason and what to do.
    public String line() {
      return "%s: %s: %s".formatted(Printable.of(file), reason.code(), message);
    }
  }

  public IngestReport {
    refusals = List.copyOf(refusals);
  }

  /// 0 when every file is in the ledger, 1 when any was refused.
  public int exitCode() {
    return tally.refused() == 0 ? 0 : 1;
  }
}
