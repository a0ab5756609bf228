package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.ingest.intake.FileOutcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BarTest {
  private final StringWriter written = new StringWriter();
  private long now;

  @Test
  void tellsRateAndTimeLeftInLinesWhereNobodyLooks() {
    try (var bar = new Bar("files", new PrintWriter(written), false, () -> now)) {
      bar.expected(100);
      for (int i = 0; i < 50; i++) {
        now += Duration.ofMillis(500).toNanos();
        bar.settled(Path.of("a"), new FileOutcome.Ignored("x"));
      }
    }

    assertThat(written.toString().lines())
        .containsExactly(
            "20 of 100 files, 2.0 a second, 40 s left", "40 of 100 files, 2.0 a second, 30 s left");
  }

  @Test
  void isSilentInAShortRun() {
    try (var bar = new Bar("files", new PrintWriter(written), false, () -> now)) {
      bar.expected(1);
      bar.settled(Path.of("a"), new FileOutcome.Ignored("x"));
    }

    assertThat(written.toString()).isEmpty();
  }
}
