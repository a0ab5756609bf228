package dev.broadsheet.enrich.date;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Scores dates and bylines against annotated pages, where those are present beside the project.
class GoldDatesTest {
  private static final Path SHARED = Path.of("../../shared");

  static Stream<Path> folders() {
    return Stream.of(SHARED.resolve("gold"), Path.of("src/test/resources/pages"));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void datesAndBylinesOfAnnotatedPagesReachTheBars(Path gold, @TempDir Path folder)
      throws Exception {
    assumeTrue(Files.isDirectory(gold), "no annotated pages");
    assumeTrue(Files.isRegularFile(SHARED.resolve("eval/score.py")), "no scorer");
    Path predictions = folder.resolve("predictions.ndjson");
    Files.write(predictions, GoldPages.documents(gold));

    JsonNode score = score(gold, predictions);

    assertThat(score.at("/dates/f1").asDouble()).isGreaterThanOrEqualTo(0.93);
    assertThat(score.at("/event_date/share").asDouble()).isGreaterThanOrEqualTo(0.9);
    assertThat(score.at("/byline_names/f1").asDouble()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.at("/agency/share").asDouble()).isGreaterThanOrEqualTo(0.96);
    assertThat(score.at("/inferred_date/share").asDouble()).isEqualTo(1.0);
  }

  private static JsonNode score(Path gold, Path predictions)
      throws IOException, InterruptedException {
    Process scorer =
        new ProcessBuilder(
                "python3",
                SHARED.resolve("eval/score.py").toString(),
                gold.toString(),
                predictions.toString(),
                "--json")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(scorer.getInputStream().readAllBytes(), UTF_8);
    assertThat(scorer.waitFor()).isZero();
    return JsonMapper.builder().build().readTree(output);
  }
}
