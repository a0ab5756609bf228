package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.contract.Json;
import dev.broadsheet.e2e.deploy.WatchedMetrics;
import dev.broadsheet.rig.GeneratedPage;
import dev.broadsheet.rig.PageGenerator;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What an operator asks: metrics, health, trace, status, and the topics in Kafka's own tool.
@Tag("stack")
@Timeout(300)
class OperatingIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Path TOOLS = Path.of("..", "stack", "broker", "target", "server", "lib");
  private static final GeneratedPage PAGE = new PageGenerator(71).next();

  /// A daily of which nothing ever comes.
  private static final String SILENT = "静湾日报";

  @TempDir private static Path folder;
  private static final Map<String, Integer> PORTS = new LinkedHashMap<>();
  private static Pipeline pipeline;
  private static HttpClient http;

  @BeforeAll
  static void start() throws IOException {
    http = HttpClient.newHttpClient();
    for (String stage : List.of("ingest", "enrich", "sink")) {
      PORTS.put(stage, freePort());
    }
    Path papers =
        Files.writeString(
            folder.resolve("papers.yaml"), "papers:\n  - paper: %s\n".formatted(SILENT));
    pipeline =
        Pipeline.start(folder.resolve("data"), Map.of("papers.file", papers.toString()), PORTS);
    Pages.deliver(PAGE, pipeline.inbox());
    await()
        .atMost(SOON)
        .until(() -> pipeline.command("trace", PAGE.key()).out().contains("is searchable"));
  }

  @AfterAll
  static void stop() {
    if (pipeline != null) {
      pipeline.close();
    }
    http.close();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static HttpResponse<String> ask(String stage, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + PORTS.get(stage) + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void everyStageLivesAndIsReady() throws Exception {
    for (String stage : PORTS.keySet()) {
      assertThat(ask(stage, "/health/live").statusCode()).as(stage).isEqualTo(200);
      assertThat(ask(stage, "/health/ready").body())
          .contains("\"stage\":\"" + stage + "\"", "\"ready\":true");
    }
  }

  @Test
  void metricsTellTheWayOfAnIssue() throws Exception {
    int articles = PAGE.headlines().size();

    String ingest = ask("ingest", "/metrics").body();
    String enrich = ask("enrich", "/metrics").body();
    String sink = ask("sink", "/metrics").body();

    assertThat(number(ingest, "broadsheet_ingest_issues_total{")).isPositive();
    assertThat(number(enrich, "broadsheet_enrich_issues_total{outcome=\"replaced\"")).isPositive();
    assertThat(number(sink, "broadsheet_sink_articles_total{outcome=\"indexed\""))
        .isGreaterThanOrEqualTo(articles);
    assertThat(number(sink, "broadsheet_searchable_delay_seconds_count"))
        .isGreaterThanOrEqualTo(articles);
    assertThat(sink).contains("broadsheet_dead_letters_total{reason=\"mapping\"");
    assertThat(sink).contains("kafka_consumer_fetch_manager_records_consumed_total");
    assertThat(enrich).contains("kafka_consumer_", "broadsheet_behind{part=\"streams\"");
    assertThat(ingest).contains("kafka_producer_record_send_total", "jvm_memory_used_bytes");
    assertThat(ingest + enrich + sink).doesNotContain(PAGE.headlines().getFirst());
  }

  /// The value of the first series that begins so.
  private static double number(String metrics, String series) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(series))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no series " + series));
  }

  @Test
  void quietPaperIsToldByItsName() throws Exception {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(ask("sink", "/metrics").body())
                    .contains("broadsheet_paper_quiet{paper=\"%s\"".formatted(SILENT)));

    assertThat(
            number(
                ask("sink", "/metrics").body(),
                "broadsheet_paper_quiet{paper=\"%s\"".formatted(SILENT)))
        .isOne();
  }

  @Test
  void dashboardsAndAlertsAskForMetricsThatAreThere() throws Exception {
    quietPaperIsToldByItsName();
    Set<String> shown = new TreeSet<>();
    for (String stage : PORTS.keySet()) {
      shown.addAll(WatchedMetrics.shown(ask(stage, "/metrics").body().lines()));
    }

    for (String expression : WatchedMetrics.expressions()) {
      Set<String> names = WatchedMetrics.names(expression);
      assertThat(names.isEmpty() && !expression.contains("up{")).as(expression).isFalse();
      assertThat(shown).as(expression).containsAll(names);
    }
  }

  @Test
  void traceFollowsAnIssueToTheIndexAndOutOfIt() {
    String key = "jiangwan/2031-05-06/02";
    Pages.deliver(key, new PageGenerator(72).next().text(), pipeline.inbox());
    await()
        .atMost(SOON)
        .until(() -> pipeline.command("trace", key).out().contains("is searchable"));
    JsonNode trace = json(pipeline.command("trace", key, "--json").out());
    assertThat(trace.path("receipt").path("revision").intValue()).isOne();
    assertThat(trace.path("articles").valueStream())
        .isNotEmpty()
        .allMatch(a -> a.path("indexed").intValue() == 1 && !a.path("place").isNull());

    assertThat(pipeline.command("withdraw", key).code()).isZero();

    await().atMost(SOON).until(() -> pipeline.command("trace", key).out().contains("no search"));
  }

  @Test
  void traceSaysWhenNothingCameUnderAKey() {
    Pipeline.Printed printed = pipeline.command("trace", "jiangwan/2031-05-06/99");

    assertThat(printed.code()).isOne();
    assertThat(printed.out()).contains("never");
  }

  @Test
  void statusLooksAgainAndAgain() {
    Pipeline.Printed printed =
        pipeline.command("status", "--json", "--watch", "--every", "1", "--times", "2");

    assertThat(printed.code()).isZero();
    assertThat(printed.out().lines()).hasSize(2).allMatch(line -> json(line).has("lag"));
  }

  @Test
  void statusShowsPartitionsRatesPapersAndTheIndex() throws IOException {
    // As `up` does, which knows where the stages show their metrics.
    for (var port : PORTS.entrySet()) {
      Path file = folder.resolve("data").resolve("run").resolve(port.getKey() + ".metrics-port");
      Files.writeString(file, port.getValue().toString());
    }

    JsonNode status = json(pipeline.command("status", "--json").out());
    String screen = pipeline.command("status").out();

    assertThat(status.path("flow").path("partitions").valueStream())
        .hasSize(12)
        .allMatch(p -> p.path("end").longValue() >= p.path("committed").longValue());
    assertThat(status.path("flow").path("per_second").propertyNames())
        .containsExactlyInAnyOrderElementsOf(PORTS.keySet());
    assertThat(status.path("documents").path("bytes").longValue()).isPositive();
    assertThat(status.path("papers").valueStream()).isNotEmpty();
    assertThat(screen)
        .contains("by partition", "dead letters: none open", "last issue", " pages", " articles")
        .contains(status.path("papers").path(0).path("name").stringValue());
  }

  private static JsonNode json(String text) {
    return Json.tree(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void consoleConsumerShowsKeysHeadersAndDocuments() throws Exception {
    List<String> lines = consume("broadsheet.articles", PAGE.headlines().size());

    assertThat(lines)
        .allSatisfy(
            line -> {
              String[] parts = line.split("\t", 3);
              assertThat(parts[0]).contains("issue:", "revision:", "received-at:", "sha256:");
              assertThat(json(parts[2]).path("id").stringValue()).isEqualTo(parts[1]);
            });
  }

  @Test
  void consoleConsumerShowsTheTextOfAnIssueAsItCame() throws Exception {
    String printed = String.join("\n", consume("broadsheet.issues", 1));

    assertThat(printed).contains("revision:1", "text-sha256:");
  }

  @Test
  void kcatShowsKeysHeadersAndDocuments() throws Exception {
    Optional<Path> kcat = onPath("kcat");
    assumeTrue(kcat.isPresent(), "kcat is not installed (Debian: apt-get install kcat)");

    List<String> lines = kcat(kcat.orElseThrow(), "broadsheet.articles");

    assertThat(lines).hasSizeGreaterThanOrEqualTo(PAGE.headlines().size());
    assertThat(lines)
        .allSatisfy(
            line -> {
              String[] parts = line.split("\t", 3);
              assertThat(parts[1]).contains("issue=", "revision=", "received-at=", "sha256=");
              assertThat(json(parts[2]).path("id").stringValue()).isEqualTo(parts[0]);
            });
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// All committed records of a topic, as kcat prints them.
  private static List<String> kcat(Path program, String topic)
      throws IOException, InterruptedException {
    String broker = pipeline.stack().bootstrapServers();
    List<String> command =
        new ArrayList<>(List.of(program.toString(), "-C", "-b", broker, "-t", topic));
    command.addAll(List.of("-o", "beginning", "-e", "-q", "-X", "isolation.level=read_committed"));
    command.addAll(List.of("-f", "%k\t%h\t%s\n"));
    return lines(command);
  }

  /// The first records of a topic, as the console consumer prints them.
  private static List<String> consume(String topic, int records)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                TOOLS.toAbsolutePath().normalize() + "/*",
                "org.apache.kafka.tools.consumer.ConsoleConsumer"));
    command.addAll(List.of("--bootstrap-server", pipeline.stack().bootstrapServers()));
    command.addAll(List.of("--topic", topic, "--from-beginning", "--timeout-ms", "60000"));
    command.addAll(List.of("--max-messages", Integer.toString(records)));
    for (String property : List.of("print.key=true", "print.headers=true")) {
      command.addAll(List.of("--formatter-property", property));
    }
    return lines(command);
  }

  /// What a program prints, which must end well.
  private static List<String> lines(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output.lines().toList();
  }
}
