package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.cli.Main;
import dev.broadsheet.cli.Stages;
import dev.broadsheet.contract.Json;
import dev.broadsheet.rig.IndexSnapshot;
import dev.broadsheet.sink.install.ElasticConnection;
import dev.broadsheet.sink.install.IndexNames;
import dev.broadsheet.sink.install.IndexVersions;
import dev.broadsheet.stack.Lifecycle;
import dev.broadsheet.stack.ServerProcess;
import dev.broadsheet.stack.ServerStartException;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.JsonNode;

/// The whole pipeline as an operator runs it: five processes, one command. All of them end with the
/// test that started them.
final class Pipeline implements AutoCloseable {
  private static final String ALIAS = "broadsheet-articles";
  private static final int STARTS = 4;

  private final Path data;
  private final Stack stack;
  private final Map<String, ServerProcess> processes;

  private Pipeline(Path data, Stack stack, Map<String, ServerProcess> processes) {
    this.data = data;
    this.stack = stack;
    this.processes = processes;
  }

  /// What a command printed, and its exit code.
  record Printed(int code, String out, String err) {}

  static Pipeline start(Path data) {
    return start(data, Map.of());
  }

  /// @param ports where stages show metrics and health
  static Pipeline start(Path data, Map<String, Integer> ports) {
    return start(data, ports, Map.of());
  }

  /// @param settings what the stages are told besides
  static Pipeline start(Path data, Map<String, Integer> ports, Map<String, String> settings) {
    Stack stack = Stack.start(StackConfig.of(data));
    var all = new LinkedHashMap<String, ServerProcess>();
    all.put("broker", stack.broker());
    all.put("node", stack.node());
    var pipeline = new Pipeline(data, stack, all);
    try {
      assertThat(pipeline.command("setup").code()).isZero();
      startStages(stack, ports, settings).forEach(p -> all.put(p.name(), p));
    } catch (RuntimeException | AssertionError e) {
      pipeline.close();
      throw e;
    }
    return pipeline;
  }

  /// A stage ends when a server is slow to answer at its start; then all are started again.
  private static List<ServerProcess> startStages(
      Stack stack, Map<String, Integer> ports, Map<String, String> settings) {
    for (int i = 1; true; i++) {
      try {
        return new Stages(stack, Lifecycle.OWNED, settings, ports).start();
      } catch (ServerStartException e) {
        if (i == STARTS) {
          throw e;
        }
        Stages.stop(stack.folder());
      }
    }
  }

  /// One of `broker`, `node`, `ingest`, `enrich`, `sink`.
  ServerProcess process(String name) {
    return processes.get(name);
  }

  Stack stack() {
    return stack;
  }

  Path inbox() {
    return Stages.inbox(data);
  }

  /// Opens the reading room, if it is not open yet.
  URI room() {
    processes.computeIfAbsent(
        "room",
        _ -> new Stages(stack, Lifecycle.OWNED, Map.of("room.address", "127.0.0.1:0")).startRoom());
    return Stages.room(data).orElseThrow();
  }

  /// Runs a command on this pipeline's folder, in this process.
  Printed command(String... args) {
    var all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--data", data.toString()));
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Printed(code, out.toString(), err.toString());
  }

  /// What a command of this pipeline that goes well prints as JSON.
  JsonNode json(String... args) {
    Printed printed = command(args);
    assertThat(printed.code()).as(printed.err() + printed.out()).isZero();
    return Json.tree(printed.out().getBytes(StandardCharsets.UTF_8));
  }

  /// Writes a record past all stages.
  void send(ProducerRecord<byte[], byte[]> record) throws ExecutionException, InterruptedException {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  /// Waits until all that was committed to the issues topic is through both stages.
  void awaitCaughtUp(Duration limit) {
    await()
        .atMost(limit)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              Printed status = command("status", "--json");
              if (status.code() != 0) {
                return false;
              }
              var lag = Json.tree(status.out().getBytes(StandardCharsets.UTF_8)).get("lag");
              return lag.size() == 2 && lag.valueStream().allMatch(n -> n.asLong() == 0);
            });
  }

  /// All documents, withdrawn ones too.
  IndexSnapshot everything() {
    return read(ALIAS + "-write");
  }

  /// What searches see.
  IndexSnapshot visible() {
    return read(ALIAS);
  }

  /// The index that the aliases lead to.
  String liveIndex() throws IOException {
    try (var elastic = ElasticConnection.to(stack.elasticsearchUrl(), Duration.ofSeconds(30))) {
      return versions(elastic).live().orElseThrow();
    }
  }

  static IndexVersions versions(ElasticConnection elastic) {
    return new IndexVersions(elastic.client(), new IndexNames(ALIAS));
  }

  private IndexSnapshot read(String alias) {
    try {
      return IndexSnapshot.read(stack.elasticsearchUrl(), alias);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Stream.concat(Stream.of("room"), Stages.NAMES.stream())
        .filter(processes::containsKey)
        .map(processes::get)
        .forEach(ServerProcess::close);
    stack.close();
  }
}
