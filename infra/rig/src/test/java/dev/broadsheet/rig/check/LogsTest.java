package dev.broadsheet.rig.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
  @TempDir private Path logs;

  @Test
  void textOfArticlesIsNamedWithItsFileAlsoBehindACutCharacter() throws IOException {
    byte[] cut = {(byte) 0xe6, (byte) 0xb2, '\n'};
    Files.write(logs.resolve("sink-1.log"), cut);
    Files.writeString(logs.resolve("enrich-1.log"), "INFO 渡口新桥\n");

    assertThat(InvariantChecker.leaks(logs, List.of("渡口新桥")))
        .extracting(Violation::subject)
        .containsExactly("enrich-1.log");
  }

  @Test
  void totalsThatTellOfDroppedRecordsAreAViolation() throws IOException {
    Files.writeString(
        logs.resolve("enrich-1.log"),
        "INFO  EnrichApp - Enrich totals read=\"9\" documents=\"40\" dropped=\"0\"\n");
    assertThat(InvariantChecker.dropped(logs)).isEmpty();

    Files.writeString(
        logs.resolve("enrich-1.log"),
        "INFO  EnrichApp - Enrich totals read=\"9\" documents=\"40\" dropped=\"3\"\n");
    assertThat(InvariantChecker.dropped(logs)).hasSize(1);
  }
}
