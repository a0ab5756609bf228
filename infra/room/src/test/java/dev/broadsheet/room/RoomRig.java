package dev.broadsheet.room;

import co.elastic.clients.elasticsearch._types.Refresh;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.room.state.Pipeline;
import dev.broadsheet.sink.install.ElasticConnection;
import dev.broadsheet.sink.install.IndexInstaller;
import dev.broadsheet.sink.install.IndexNames;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A reading room over a real node; the node is shared by all tests of this process.
final class RoomRig implements AutoCloseable {
  private static final Stack STACK = stack();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ElasticConnection elastic =
      ElasticConnection.to(STACK.elasticsearchUrl(), Duration.ofSeconds(60));
  private final String alias;
  private final FakePipeline pipeline = new FakePipeline();
  private final RoomServer room;

  RoomRig(String alias, Map<String, String> settings) throws IOException {
    this.alias = alias;
    new IndexInstaller(elastic.client(), new IndexNames(alias)).install();
    var all = new HashMap<>(Map.of("room.address", "127.0.0.1:0"));
    all.putAll(settings);
    room = RoomServer.open(RoomConfig.from(Settings.of(all)), elastic.client(), alias, pipeline);
  }

  /// What the strip is told; [#silent] for a Kafka that does not answer.
  static final class FakePipeline implements Pipeline {
    volatile boolean silent;

    @Override
    public Lag lag() {
      if (silent) {
        throw new Unreachable("Kafka is silent");
      }
      return new Lag(3, 4);
    }

    @Override
    public List<Letters> letters() {
      return List.of(new Letters("enrich", "too-large", 2));
    }
  }

  void index(List<ObjectNode> documents) throws IOException {
    var answer =
        elastic
            .client()
            .bulk(
                b -> {
                  b.refresh(Refresh.True);
                  documents.forEach(
                      d ->
                          b.operations(
                              o ->
                                  o.index(
                                      i ->
                                          i.index(alias + "-write")
                                              .id(d.get("id").asString())
                                              .document(d))));
                  return b;
                });
    if (answer.errors()) {
      throw new AssertionError(answer.toString());
    }
  }

  FakePipeline pipeline() {
    return pipeline;
  }

  URI address() {
    return room.address();
  }

  /// A question that must be answered.
  JsonNode ask(String path) {
    HttpResponse<String> response = get("api/" + path);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(room.address().resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, HttpRequest.BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stack stack() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      return Stack.start(StackConfig.of(Files.createTempDirectory(target, "it-stack-")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    room.close();
    elastic.close();
  }
}
