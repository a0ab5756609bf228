package dev.broadsheet.e2e.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The import script against a server that answers as Kibana does.
@Timeout(60)
class KibanaImportTest {
  private static final String DONE = "{\"successCount\":1,\"success\":true}";

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  @TempDir private Path folder;
  private HttpServer server;
  private int status = 200;
  private String answer = DONE;

  private record Request(String target, String xsrf, String authorization, String body) {}

  private record Ended(int code, String output) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(
          new Request(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              exchange.getRequestHeaders().getFirst("kbn-xsrf"),
              exchange.getRequestHeaders().getFirst("Authorization"),
              body));
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Ended run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new CopyOnWriteArrayList<>(arguments);
    command.addFirst(SavedObjects.FOLDER.resolve("import").toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("KIBANA_"));
    builder.environment().put("KIBANA_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), output);
  }

  @Test
  void sendsEveryObjectToTheImportApiAndOverwrites() throws Exception {
    Ended ended = run(Map.of());

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("/app/dashboards#/view/broadsheet-overview");
    Request request = requests.getFirst();
    assertThat(request.target()).isEqualTo("POST /api/saved_objects/_import?overwrite=true");
    assertThat(request.xsrf()).isNotBlank();
    assertThat(request.authorization()).isNull();
    assertThat(request.body())
        .contains("name=\"file\"", ".ndjson\"")
        .contains(Files.readString(SavedObjects.FOLDER.resolve("broadsheet.ndjson")).strip());
  }

  @Test
  void asksTheSameWhenRunAgain() throws Exception {
    run(Map.of());
    run(Map.of());

    assertThat(requests).extracting(Request::target).hasSize(2);
    assertThat(objects(requests.getFirst())).isEqualTo(objects(requests.getLast()));
  }

  private static List<String> objects(Request request) {
    return request.body().lines().filter(line -> line.startsWith("{")).toList();
  }

  @Test
  void takesTheKeyFromAFileAndTheSpaceAndTheAliasFromTheEnvironment() throws Exception {
    Path key = Files.writeString(folder.resolve("key"), "a2V5OnNlY3JldA==\n");

    Ended ended =
        run(
            Map.of(
                "KIBANA_API_KEY_FILE",
                key.toString(),
                "KIBANA_SPACE",
                "press",
                "BROADSHEET_INDEX_ALIAS",
                "archive"));

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).doesNotContain("a2V5OnNlY3JldA");
    assertThat(requests.getFirst().target()).startsWith("POST /s/press/api/saved_objects/_import");
    assertThat(requests.getFirst().authorization()).isEqualTo("ApiKey a2V5OnNlY3JldA==");
    assertThat(requests.getFirst().body())
        .contains("\"title\":\"archive\"", "\"title\":\"archive-write\"")
        .doesNotContain("\"title\":\"broadsheet-articles");
  }

  @Test
  void saysWhatToDoWhenKibanaRefuses() throws Exception {
    Map<Integer, String> hints =
        Map.of(401, "KIBANA_API_KEY_FILE", 403, "savedObjectsManagement", 404, "KIBANA_URL");
    Map<Integer, String> seen = new HashMap<>();

    for (int code : hints.keySet()) {
      status = code;
      Ended ended = run(Map.of());
      assertThat(ended.code()).isEqualTo(1);
      seen.put(code, ended.output());
    }

    hints.forEach((code, hint) -> assertThat(seen.get(code)).contains(hint));
  }

  @Test
  void failsWhenKibanaTakesOnlySome() throws Exception {
    answer = "{\"successCount\":1,\"success\":false,\"errors\":[{\"id\":\"broadsheet-topics\"}]}";

    Ended ended = run(Map.of());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output()).contains("broadsheet-topics");
  }

  @Test
  void keepsAKeyAwayFromPlainHttpElsewhere() throws Exception {
    Ended ended =
        run(Map.of("KIBANA_URL", "http://kibana.example.org:5601", "KIBANA_API_KEY", "a2V5"));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output()).contains("https only").doesNotContain("a2V5");
  }

  @Test
  void refusesArgumentsThatItDoesNotKnow() throws Exception {
    assertThat(run(Map.of(), "now").code()).isEqualTo(2);
    assertThat(run(Map.of(), "--help").output()).contains("KIBANA_URL");
    assertThat(requests).isEmpty();
  }
}
