package dev.broadsheet.ingest;

import dev.broadsheet.ingest.intake.FileOutcome;
import dev.broadsheet.ingest.ledger.Publication;
import dev.broadsheet.ingest.ledger.WriterCounters;
import dev.broadsheet.watch.Standing;
import dev.broadsheet.watch.Watch;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What ingest shows: issues and retries of the writer, and files by what became of them, where a
/// file of several issues counts once for each. It gets on as long as what is asked of the writer
/// is answered.
///
/// @param next who is told of each file besides
record IngestMeters(MeterRegistry meters, Progress next) implements Progress {
  /// Shows the writer.
  static void bind(Watch watch, WriterCounters writer) {
    FunctionCounter.builder("broadsheet.ingest.issues", writer, WriterCounters::issues)
        .description("revisions committed to the archive, withdrawals among them")
        .register(watch.meters());
    FunctionCounter.builder("broadsheet.retries", writer, WriterCounters::retries)
        .description("tries again for a fault of a server")
        .register(watch.meters());
    watch
        .health()
        .follow(
            "writer", () -> List.of(new Standing("writer", writer.answered(), writer.waiting())));
    watch.health().begun();
  }

  @Override
  public void expected(long files) {
    next.expected(files);
  }

  @Override
  public void settled(Path file, FileOutcome outcome) {
    switch (outcome) {
      case FileOutcome.Taken(var publication, _) -> count(publication);
      case FileOutcome.Bundle(var publications, _, _) -> publications.forEach(this::count);
      case FileOutcome.Refused(var reason, _) -> count("refused", reason.code());
      case FileOutcome.Ignored _ -> count("ignored", "");
    }
    next.settled(file, outcome);
  }

  private void count(Publication publication) {
    count(publication.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), "");
  }

  private void count(String outcome, String reason) {
    meters.counter("broadsheet.ingest.files", "outcome", outcome, "reason", reason).increment();
  }
}
