package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.cli.Main;
import dev.broadsheet.cli.Stages;
import dev.broadsheet.contract.Json;
import dev.broadsheet.rig.IndexSnapshot;
import dev.broadsheet.stack.JavaCommand;
import dev.broadsheet.stack.Lifecycle;
import dev.broadsheet.stack.ProcessSpec;
import dev.broadsheet.stack.Readiness;
import dev.broadsheet.stack.ServerProcess;
import dev.broadsheet.stack.ServerStartException;
import dev.broadsheet.stack.StageJvm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The three stages as processes, on servers that run in containers.
final class ContainerPipeline implements AutoCloseable {
  private static final String ALIAS = "broadsheet-articles";
  private static final int HEAP_MEGABYTES = 256;
  private static final Duration READY_LIMIT = Duration.ofMinutes(2);
  private static final int STARTS = 6;

  private final Path data;
  private final ContainerServers servers;
  private final List<ServerProcess> stages = new ArrayList<>();

  private ContainerPipeline(Path data, ContainerServers servers) {
    this.data = data;
    this.servers = servers;
  }

  static ContainerPipeline start(Path data, ContainerServers servers) throws IOException {
    var pipeline = new ContainerPipeline(data, servers);
    try {
      Files.createDirectories(pipeline.inbox());
      // A broker that has just started on a busy machine may be slow to answer.
      await()
          .atMost(READY_LIMIT)
          .untilAsserted(() -> assertThat(pipeline.command("setup")).isNotBlank());
      Stages.NAMES.forEach(name -> pipeline.stages.add(ServerProcess.launch(pipeline.spec(name))));
      pipeline.stages.forEach(ContainerPipeline::ensureReady);
    } catch (RuntimeException | AssertionError e) {
      pipeline.close();
      throw e;
    }
    return pipeline;
  }

  /// A stage ends when a server is slow to answer at its start; it is started again then, as a
  /// supervisor does.
  private static void ensureReady(ServerProcess stage) {
    for (int i = 1; true; i++) {
      try {
        if (i == 1) {
          stage.awaitReady();
        } else {
          stage.restart();
        }
        return;
      } catch (ServerStartException e) {
        if (i == STARTS) {
          throw e;
        }
      }
    }
  }

  Path inbox() {
    return data.resolve("inbox");
  }

  /// Stages that have ended although nobody asked them to.
  List<String> ended() {
    return stages.stream().filter(s -> !s.isAlive()).map(ServerProcess::name).toList();
  }

  /// Waits until all that was committed to the issues topic is through both stages.
  void awaitCaughtUp(Duration limit) {
    await()
        .atMost(limit)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              var status = command("status", "--json").getBytes(StandardCharsets.UTF_8);
              var lag = Json.tree(status).get("lag");
              assertThat(lag.valueStream().map(n -> n.asLong())).containsExactly(0L, 0L);
            });
  }

  /// What searches see.
  IndexSnapshot visible() throws IOException {
    return IndexSnapshot.read(URI.create(servers.elasticsearchUrl()), ALIAS);
  }

  /// All documents, withdrawn ones too.
  IndexSnapshot everything() throws IOException {
    return IndexSnapshot.read(URI.create(servers.elasticsearchUrl()), ALIAS + "-write");
  }

  @Override
  public void close() {
    stages.forEach(ServerProcess::close);
  }

  /// Runs a command in this process; what it printed.
  private String command(String... words) {
    var arguments = new ArrayList<>(List.of(words));
    arguments.addAll(options());
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.toArray(String[]::new));
    assertThat(code).as(err.toString()).isZero();
    return out.toString();
  }

  private ProcessSpec spec(String stage) {
    Path marker = data.resolve("run").resolve(stage + ".ready");
    var arguments = new ArrayList<>(List.of(stage, "--ready-file", marker.toString()));
    arguments.addAll(options());
    return new ProcessSpec(
        stage,
        new JavaCommand(
            Main.class.getName(),
            arguments,
            System.getProperty("java.class.path"),
            StageJvm.shortLived(),
            HEAP_MEGABYTES),
        Map.of(),
        data,
        Lifecycle.OWNED,
        new Readiness(() -> Files.exists(marker), READY_LIMIT));
  }

  private List<String> options() {
    return List.of(
        "--data",
        data.toString(),
        "--set",
        "kafka.bootstrap=" + servers.bootstrapServers(),
        "--set",
        "elasticsearch.url=" + servers.elasticsearchUrl(),
        "--set",
        "ingest.inbox=" + inbox(),
        "--set",
        "enrich.state.dir=" + data.resolve("enrich"));
  }
}
