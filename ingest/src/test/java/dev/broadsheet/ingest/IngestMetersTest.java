package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.intake.FileOutcome;
import dev.broadsheet.ingest.ledger.Publication;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestMetersTest {
  private static final Path FILE = Path.of("jiangwan", "2031-05-06", "01.txt");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Path> told = new ArrayList<>();
  private final IngestMeters counting = new IngestMeters(meters, (file, _) -> told.add(file));

  private double files(String outcome, String reason) {
    return meters
        .get("broadsheet.ingest.files")
        .tags("outcome", outcome, "reason", reason)
        .counter()
        .count();
  }

  @Test
  void countsFilesByWhatBecameOfThemAndTellsTheNext() {
    counting.settled(
        FILE, new FileOutcome.Taken(new Publication(Publication.Kind.STILL_WITHDRAWN, 2), 10));
    counting.settled(FILE, new FileOutcome.Refused(RejectReason.TOO_LARGE, "cut it"));
    counting.settled(FILE, new FileOutcome.Ignored("a picture"));

    assertThat(files("still-withdrawn", "")).isOne();
    assertThat(files("refused", "too-large")).isOne();
    assertThat(files("ignored", "")).isOne();
    assertThat(told).containsExactly(FILE, FILE, FILE);
  }

  @Test
  void aFileOfSeveralIssuesCountsOnceForEach() {
    var fresh = new Publication(Publication.Kind.ACCEPTED, 1);

    counting.settled(FILE, new FileOutcome.Bundle(List.of(fresh, fresh), 10, List.of()));

    assertThat(files("accepted", "")).isEqualTo(2);
  }
}
