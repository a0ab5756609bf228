package dev.broadsheet.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.ingest.format.Fixtures;
import dev.broadsheet.ingest.format.FormatLimits;
import dev.broadsheet.ingest.hint.PathPattern;
import dev.broadsheet.ingest.pdf.PdfLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(900)
class BadInputsTest {
  private static final FormatLimits LIMITS =
      new FormatLimits(
          BadInputs.LIMIT,
          64 << 20,
          new FormatLimits.Archive(100, 1 << 30, 100, 3),
          PdfLimits.DEFAULT);
  private static final IssueReader READER = new IssueReader(LIMITS, PathPattern.NONE);

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    READER.close();
  }

  static Stream<BadInputs.Case> all() {
    return BadInputs.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasItsOutcomeAndTheNextFileIsTaken(BadInputs.Case input) throws IOException {
    assertThat(outcome(input.name(), input.bytes())).isEqualTo(input.outcome());
    assertThat(outcome("next.txt", Fixtures.utf8(Fixtures.PAGE))).isEqualTo("UTF-8");
  }

  @Test
  void memoryDoesNotGrowWithTheirNumber() throws IOException {
    long before = used();
    for (int i = 0; i < 3; i++) {
      for (BadInputs.Case input : BadInputs.all().toList()) {
        outcome(input.name(), input.bytes());
      }
    }

    assertThat(used() - before).isLessThan(32 << 20);
  }

  private String outcome(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return switch (READER.read(file, "k", Path.of(name), FileStamp.of(file))) {
      case FileReading.Taken(var issues, _, _) -> issues.getFirst().origin().charset();
      case FileReading.Refused(var reason, var message) -> {
        assertThat(message.lines()).hasSize(1);
        yield reason.code();
      }
    };
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
