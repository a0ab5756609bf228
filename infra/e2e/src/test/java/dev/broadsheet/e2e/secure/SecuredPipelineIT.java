package dev.broadsheet.e2e.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.cli.Main;
import dev.broadsheet.e2e.secure.Command.Printed;
import dev.broadsheet.rig.GeneratedPage;
import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.sink.refresh.RefreshKeeper;
import dev.broadsheet.stack.JavaCommand;
import dev.broadsheet.stack.Lifecycle;
import dev.broadsheet.stack.ProcessSpec;
import dev.broadsheet.stack.Readiness;
import dev.broadsheet.stack.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The stages and the reading room as production runs them: each with a user and a key of its own,
/// with encryption everywhere; and nowhere a secret.
@Tag("stack")
@Timeout(115)
class SecuredPipelineIT {
  private static final Duration SOON = Duration.ofSeconds(50);
  private static final GeneratedPage PAGE = new PageGenerator(97).next();
  private static final String TOKEN = SecuredCluster.secret("token");
  private static final Map<String, Integer> METRICS = new LinkedHashMap<>();
  private static final Map<String, ServerProcess> PROCESSES = new LinkedHashMap<>();

  private static SecuredCluster cluster;
  private static Path folder;
  private static Path view;
  private static int push;
  private static HttpClient http;

  private static final String SETS_REFRESH = "PUT /broadsheet-articles-write/_settings";

  @BeforeAll
  @Timeout(115)
  static void start() throws Exception {
    cluster = SecuredCluster.shared();
    folder = Files.createDirectories(cluster.folder().resolve("stages"));
    view = cluster.properties("view", cluster.settings("broadsheet-view"));
    http = HttpClient.newBuilder().sslContext(cluster.certificates().trusting()).build();
    push = SecuredCluster.freePort();
    Printed setup =
        Command.run(cluster.properties("setup", cluster.settings("broadsheet-setup")), "setup");
    assertThat(setup.code()).as(setup.all()).isZero();
    launch("ingest", ingest(), Map.of());
    launch("enrich", stage("enrich"), Map.of());
    var sink = stage("sink");
    String password = Files.readString(Path.of(sink.remove("kafka.sasl.password.file"))).strip();
    leaveAsInABackfill();
    launch("sink", sink, Map.of("BROADSHEET_KAFKA_SASL_PASSWORD", password));
    launch("room", room(), Map.of());
    PROCESSES.values().forEach(ServerProcess::awaitReady);
  }

  @AfterAll
  static void stop() {
    PROCESSES.values().forEach(ServerProcess::close);
    if (http != null) {
      http.close();
    }
  }

  @Test
  void takesAnIssueFromPushToSearchAndShowsNoSecret() throws Exception {
    HttpResponse<String> answer = put(PAGE, TOKEN);
    sendWhatNobodyCanProcess();

    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
    await().atMost(SOON).until(() -> run("trace", PAGE.key()).out().contains("is searchable"));
    await().atMost(SOON).until(() -> run("dlq", "list").out().contains("broadsheet.issues"));
    Printed found = run("search", PAGE.headlines().getFirst());
    assertThat(found.code()).as(found.all()).isZero();
    assertThat(found.out()).contains(PAGE.key());
    assertThat(roomFinds(PAGE.headlines().getFirst())).contains(PAGE.key());
    showsNoSecret();
    await().atMost(SOON).until(() -> askedBySink().contains(SETS_REFRESH));
    asksNothingThatItsRoleForbids();
  }

  @Test
  void showsNothingToWhoHasNoToken() throws Exception {
    assertThat(put(PAGE, "not-the-token-at-all").statusCode()).isEqualTo(401);
    for (int port : METRICS.values()) {
      assertThat(get("https://127.0.0.1:" + port + "/metrics", "").statusCode()).isEqualTo(401);
      assertThat(get("https://127.0.0.1:" + port + "/health/ready", "").statusCode())
          .isEqualTo(200);
    }
    assertThat(get(roomAddress() + "api/search", "").statusCode()).isEqualTo(401);
  }

  @Test
  void speaksNoHttpWithoutEncryption() {
    for (int port : Stream.concat(Stream.of(push), METRICS.values().stream()).toList()) {
      assertThat(plainAnswer(port)).as("port %d", port).isNotEqualTo(200);
    }
  }

  @Test
  void letsTheSinkInByItsCertificate() throws Exception {
    // The user of the certificate is the one that the rules are for; another group's is refused.
    var settings = cluster.mutual();
    settings.put("topic.prefix", "elsewhere");

    Printed printed = Command.run(cluster.properties("mutual", settings), "sink");

    assertThat(printed.err()).contains("elsewhere.articles").contains("ACL");
    settings.remove("kafka.ssl.keystore.location");
    settings.remove("kafka.ssl.keystore.password.file");
    assertThat(Command.run(cluster.properties("bare", settings), "sink").err())
        .contains("certificate of ours")
        .contains("kafka.bootstrap");
  }

  private static void showsNoSecret() throws Exception {
    Map<String, String> evidence = evidence();
    Map<String, String> secrets = new TreeMap<>(cluster.secrets());
    secrets.put("token", TOKEN);

    assertThat(evidence.get("log sink.log")).contains("sasl.jaas.config = [hidden]");
    assertThat(evidence.get("metrics of enrich")).contains("broadsheet_enrich_articles_total");
    assertThat(evidence.get("dead letters")).contains("dlq-reason=headers");
    secrets.forEach(
        (name, secret) ->
            evidence.forEach(
                (where, text) ->
                    assertThat(text.contains(secret)).as("%s in %s", name, where).isFalse()));
  }

  /// All that people and machines get to see.
  private static Map<String, String> evidence() throws Exception {
    var all = new TreeMap<String, String>();
    for (Path logs : List.of(folder.resolve("log"), cluster.stack().folder().resolve("log"))) {
      try (Stream<Path> files = Files.list(logs)) {
        for (Path file : files.toList()) {
          all.put("log " + file.getFileName(), Files.readString(file));
        }
      }
    }
    for (var metrics : METRICS.entrySet()) {
      var page = get("https://127.0.0.1:" + metrics.getValue() + "/metrics", TOKEN);
      assertThat(page.statusCode()).isEqualTo(200);
      all.put("metrics of " + metrics.getKey(), page.body());
    }
    for (String command : List.of("status", "status --json", "dlq list", "trace " + PAGE.key())) {
      all.put(command, run(command.split(" ")).all());
    }
    all.put("dead letters", deadLetters());
    for (var process : PROCESSES.entrySet()) {
      String pid = Long.toString(process.getValue().pid());
      all.put(
          "command line of " + process.getKey(),
          Files.readString(Path.of("/proc", pid, "cmdline")));
      all.put("threads of " + process.getKey(), diagnose(pid, "Thread.print", "-l", "-e"));
      all.put("properties of " + process.getKey(), diagnose(pid, "VM.system_properties"));
    }
    return all;
  }

  private static String diagnose(String pid, String... command) throws Exception {
    var all =
        Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid),
                Stream.of(command))
            .toList();
    return Command.output(new ProcessBuilder(all));
  }

  /// The sink has something to put right then.
  private static void leaveAsInABackfill() throws Exception {
    URI index = cluster.stack().elasticsearchUrl().resolve("/broadsheet-articles-write/_settings");
    var request =
        HttpRequest.newBuilder(index)
            .header("Content-Type", "application/json")
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    "{\"index.refresh_interval\":\"%s\"}".formatted(RefreshKeeper.SELDOM)))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static Set<String> askedBySink() {
    return cluster.proxy().asked().stream()
        .filter(a -> a.owner().equals("broadsheet-sink"))
        .map(a -> a.method() + " " + a.path())
        .collect(Collectors.toSet());
  }

  /// The requests that the sink's key was used for need the privileges of its role and no others.
  private static void asksNothingThatItsRoleForbids() {
    assertThat(askedBySink())
        .isNotEmpty()
        .isSubsetOf(
            "HEAD /",
            "POST /broadsheet-articles-write/_bulk",
            "POST /_bulk",
            "POST /_mget",
            "POST /broadsheet-articles-write/_mget",
            // How often the index is refreshed.
            "GET /broadsheet-articles-write/_settings/index.refresh_interval",
            SETS_REFRESH,
            // What its metrics tell of each paper.
            "POST /broadsheet-articles/_search");
  }

  private static void sendWhatNobodyCanProcess() throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", cluster.stack().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] key = "没有报头".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>("broadsheet.issues", key, new byte[] {1})).get();
    }
  }

  private static String deadLetters() {
    var all = new StringBuilder();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                cluster.stack().bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partition = new TopicPartition("broadsheet.issues.dlq", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          all.append(record.key()).append(record.value());
          record
              .headers()
              .forEach(
                  h ->
                      all.append(h.key())
                          .append('=')
                          .append(new String(h.value(), StandardCharsets.UTF_8))
                          .append('\n'));
        }
      }
    }
    return all.toString();
  }

  private static Map<String, String> stage(String name) throws Exception {
    var all = cluster.settings("broadsheet-" + name);
    METRICS.put(name, SecuredCluster.freePort());
    all.put("metrics.port", METRICS.get(name).toString());
    all.put("metrics.token.file", cluster.file("token", TOKEN));
    all.put("enrich.state.dir", folder.resolve("state").toString());
    tls(all, "metrics");
    return all;
  }

  private static Map<String, String> ingest() throws Exception {
    var all = stage("ingest");
    all.put("ingest.inbox", Files.createDirectories(folder.resolve("inbox")).toString());
    all.put("push.address", "127.0.0.1:" + push);
    all.put("push.token.file", cluster.file("token", TOKEN));
    List<Path> pem = cluster.certificates().pem(Certificates.SERVER);
    all.put("push.tls.key.file", pem.getFirst().toString());
    all.put("push.tls.certificate.file", pem.getLast().toString());
    return all;
  }

  private static Map<String, String> room() throws Exception {
    var all = cluster.settings("broadsheet-view");
    all.put("room.address", "127.0.0.1:0");
    all.put("room.token.file", cluster.file("token", TOKEN));
    tls(all, "room");
    return all;
  }

  private static void tls(Map<String, String> settings, String group) throws Exception {
    var certificates = cluster.certificates();
    settings.put(group + ".tls.keystore", certificates.store(Certificates.SERVER).toString());
    settings.put(
        group + ".tls.password.file", cluster.file("store.password", certificates.password()));
  }

  private static void launch(
      String name, Map<String, String> settings, Map<String, String> environment) {
    Path ready = folder.resolve(name + ".ready");
    var arguments =
        List.of(
            name,
            "--data",
            folder.resolve("no-stack").toString(),
            "--config",
            cluster.properties(name, settings).toString(),
            "--ready-file",
            ready.toString());
    var java =
        new JavaCommand(
            Main.class.getName(),
            arguments,
            System.getProperty("java.class.path"),
            List.of(
                "-Dbroadsheet.log=INFO",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"),
            256);
    var all = new TreeMap<>(environment);
    // Kafka's clients tell their settings at the start.
    all.put("BROADSHEET_LOG_KAFKA", "INFO");
    PROCESSES.put(
        name,
        ServerProcess.launch(
            new ProcessSpec(
                name,
                java,
                all,
                folder,
                Lifecycle.OWNED,
                new Readiness(() -> Files.exists(ready), SOON))));
  }

  private static Printed run(String... arguments) {
    return Command.run(view, arguments);
  }

  private static HttpResponse<String> put(GeneratedPage page, String token)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("https://127.0.0.1:" + push + "/issues/").resolve(page.key()))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "text/plain; charset=utf-8")
            .PUT(HttpRequest.BodyPublishers.ofString(page.text()))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String address, String token)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String roomFinds(String words) throws Exception {
    var answer =
        get(
            roomAddress() + "api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8),
            TOKEN);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String roomAddress() throws IOException {
    return Files.readString(folder.resolve("room.ready"));
  }

  private static int plainAnswer(int port) {
    try (var plain = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return plain.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
