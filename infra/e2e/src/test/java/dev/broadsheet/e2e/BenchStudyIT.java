package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.bench.study.Study;
import dev.broadsheet.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The studies of the bench, in their quick form: that they run, not what anything costs.
@Tag("stack")
@Tag("long")
@Timeout(600)
class BenchStudyIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Study.class)
  void printsATableWithoutHoles(Study study) {
    var out = new StringWriter();
    var err = new StringWriter();

    int code =
        Main.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "bench",
            "--quick",
            "--study",
            study.name(),
            "--folder",
            folder.resolve("bench").toString());

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString().lines().filter(line -> line.startsWith("| ")))
        .hasSizeGreaterThan(2)
        .allSatisfy(row -> assertThat(row).doesNotContain("NaN", "Infinity"));
  }
}
