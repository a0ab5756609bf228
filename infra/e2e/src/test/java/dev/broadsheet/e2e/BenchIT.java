package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.cli.Main;
import dev.broadsheet.contract.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The bench, in its quick form: that it runs, not how fast anything is.
@Tag("stack")
@Timeout(300)
class BenchIT {
  @TempDir private Path folder;

  @Test
  void measuresEveryWayAndTellsItInJson() {
    var out = new StringWriter();
    var err = new StringWriter();

    int code =
        Main.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "bench",
            "--quick",
            "--json",
            "--folder",
            folder.resolve("bench").toString());

    assertThat(code).as(err.toString()).isZero();
    JsonNode report = Json.tree(out.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(report.path("input").path("documents").asLong()).isPositive();
    for (String ratio :
        new String[] {
          "sink_vs_bulk", "sink_cpu_vs_peer", "enrich_cpu_vs_index_cpu", "pipeline_vs_bulk"
        }) {
      assertThat(report.path("ratios").path(ratio).asDouble()).as(ratio).isPositive();
    }
    for (String way : new String[] {"bulk", "sink", "pass", "peer"}) {
      assertThat(
              report.path("ways").path(way).path("articles_per_second").path("median").asDouble())
          .as(way)
          .isPositive();
    }
    assertThat(report.path("steady").path("issues").asInt()).isPositive();
  }
}
