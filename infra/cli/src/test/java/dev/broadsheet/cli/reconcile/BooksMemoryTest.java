package dev.broadsheet.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BooksMemoryTest {
  private static final String HEAP = "-Xmx160m";

  @Test
  @Timeout(240)
  void aMillionArticlesAreCountedAndWhatIsWrongIsNamedInASmallHeap() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MillionArticles.class.getName())
            .redirectErrorStream(true)
            .start();

    assertThat(output(process).lines())
        .containsExactly(
            "complete 999999 missing 1 extra 1",
            "missing " + MillionArticles.key(0) + "#1",
            "extra ghost/2025-01-01/01#1");
    assertThat(process.waitFor()).isZero();
  }

  private static String output(Process process) throws IOException {
    try (var input = process.getInputStream()) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
