package dev.broadsheet.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The servers do what the pipeline needs of them.
@Tag("stack")
@Timeout(180)
class StackIT {
  private static final int NINE_MEBIBYTES = 9 << 20;

  @TempDir static Path temporary;
  private static Stack stack;
  private static Kafka kafka;
  private static Http http;

  @BeforeAll
  static void start() throws Exception {
    stack = Stack.start(StackConfig.of(temporary.resolve("报纸 data")));
    kafka = new Kafka(stack.bootstrapServers());
    http = new Http(stack.elasticsearchUrl());
    String template =
        new String(
            StackIT.class.getResourceAsStream("/elasticsearch/template.json").readAllBytes(),
            UTF_8);
    assertThat(http.put("/_index_template/stack-articles", template).status()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    stack.close();
    assertThat(stack.broker().isAlive()).isFalse();
    assertThat(stack.node().isAlive()).isFalse();
  }

  @Test
  void carriesLargestRecordInTransaction() throws Exception {
    byte[] page = new byte[NINE_MEBIBYTES];
    Arrays.fill(page, (byte) 'x');
    kafka.createTopic("largest-record", Map.of("max.message.bytes", "10485760"));

    kafka.produce("largest-record", "日报/2025-03-20/01", page);

    assertThat(kafka.consume("largest-record", 1))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.key()).isEqualTo("日报/2025-03-20/01");
              assertThat(found.value()).hasSize(NINE_MEBIBYTES);
            });
  }

  @Test
  void doesNotCreateTopicByItself() {
    assertThat(kafka.topicsAfterLookUp("misspelt")).doesNotContain("misspelt");
  }

  @Test
  void answersOfficialClient() throws IOException {
    var low = Rest5Client.builder(stack.elasticsearchUrl()).build();
    try (var transport = new Rest5ClientTransport(low, new Jackson3JsonpMapper())) {
      var info = new ElasticsearchClient(transport).info();

      assertThat(info.version().number()).isEqualTo("9.5.2");
      assertThat(info.clusterName()).isEqualTo("broadsheet-development");
      assertThat(info.tagline()).isEqualTo("You Know, for Search");
    }
  }

  @Test
  void namesProductInEveryAnswer() throws Exception {
    var headers = http.get("/").response().headers();

    assertThat(headers.firstValue("X-Elastic-Product")).contains("Elasticsearch");
  }

  @Test
  void findsChinesePhraseAndHighlightsIt() throws Exception {
    index("stack-articles-phrase/_doc/1?refresh=true", document("全市优化营商环境推进会召开", false));
    index("stack-articles-phrase/_doc/2?refresh=true", document("环境治理与营商两不误", false));

    var found =
        http.post(
            "/stack-articles-phrase/_search",
            """
            {"query": {"match_phrase": {"body": "营商环境"}}, "highlight": {"fields": {"body": {}}}}
            """);

    var hits = found.body().at("/hits/hits");
    assertThat(hits.size()).isEqualTo(1);
    assertThat(hits.at("/0/_id").asString()).isEqualTo("1");
    assertThat(hits.at("/0/highlight/body/0").asString()).contains("<em>");
  }

  @Test
  void analysesAsTheFullDistributionDoes() throws Exception {
    assertThat(http.put("/stack-articles-analysis", "").status()).isEqualTo(200);

    assertThat(tokens("chinese", "ＡＢ营商环境")).containsExactly("ab", "营商", "商环", "环境");
    assertThat(tokens("configured", "营商环境")).containsExactly("营商", "商环", "环境");
    assertThat(tokens("cjk", "the 营商环境")).containsExactly("营商", "商环", "环境");
    assertThat(tokens("built_in", "the 营商")).containsExactly("the", "营商");
  }

  @Test
  void hidesWithdrawnDocumentBehindFilteredAlias() throws Exception {
    index("stack-articles-filter/_doc/1?refresh=true", document("甲", false));
    index("stack-articles-filter/_doc/2?refresh=true", document("乙", true));

    var found = http.get("/stack-articles/_search?q=_index:stack-articles-filter");

    assertThat(found.body().at("/hits/hits").findValuesAsString("_id")).containsExactly("1");
  }

  @Test
  void keepsHigherExternalVersion() throws Exception {
    String path = "/stack-articles-version/_doc/1?version_type=external&version=";

    assertThat(http.put(path + 2, document("二", false)).status()).isEqualTo(201);
    assertThat(http.put(path + 1, document("一", false)).status()).isEqualTo(409);
    assertThat(http.put(path + 3, document("三", false)).status()).isEqualTo(200);
  }

  @Test
  void refusesBulkItemForMissingAlias() throws Exception {
    var answer =
        http.post(
            "/stack-misspelt/_bulk?require_alias=true",
            """
            {"index": {"_id": "1"}}
            {"body": "甲", "withdrawn": false}
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/items/0/index/status").asInt()).isEqualTo(404);
  }

  @Test
  void keepsDataOverKillAndRestart() throws Exception {
    kafka.createTopic("restart", Map.of());
    kafka.produce("restart", "key", "留存".getBytes(UTF_8));
    index("stack-articles-restart/_doc/1", document("留存", false));

    stack.broker().kill();
    stack.node().kill();
    stack.broker().restart();
    stack.node().restart();

    assertThat(kafka.consume("restart", 1))
        .extracting(found -> new String(found.value(), UTF_8))
        .containsExactly("留存");
    assertThat(http.get("/stack-articles-restart/_doc/1").body().at("/_source/body").asString())
        .isEqualTo("留存");
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    var outer = outerAddress();
    assumeThat(outer).isPresent();
    var ports = Ports.of(new RunFolder(stack.folder()));

    for (int port : List.of(ports.kafka(), ports.internal(), ports.controller(), ports.http())) {
      assertThatThrownBy(() -> new Socket(outer.get(), port).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void warnsInItsLogsThatItIsNotForProduction() throws IOException {
    assertThat(Files.readString(stack.broker().log())).contains("Unfit for production");
    assertThat(Files.readString(stack.node().log())).contains("Unfit for production");
  }

  @Test
  void bringsToolsOfKafka() throws Exception {
    kafka.createTopic("tools", Map.of());
    var tool =
        new ProcessBuilder(
            JavaCommand.javaExecutable().toString(),
            "-cp",
            Servers.classPath(Servers.folder("broker")),
            "org.apache.kafka.tools.TopicCommand",
            "--bootstrap-server",
            stack.bootstrapServers(),
            "--list");
    var process = tool.redirectErrorStream(true).start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).contains("tools");
    assertThat(process.waitFor()).isZero();
  }

  private static void index(String path, String document) throws Exception {
    assertThat(http.put("/" + path, document)).extracting(Http.Answer::status).isEqualTo(201);
  }

  private static List<String> tokens(String analyzer, String text) throws Exception {
    var answer =
        http.post(
            "/stack-articles-analysis/_analyze",
            "{\"analyzer\": \"%s\", \"text\": \"%s\"}".formatted(analyzer, text));
    return answer.body().at("/tokens").findValuesAsString("token");
  }

  private static String document(String body, boolean withdrawn) {
    return "{\"body\": \"%s\", \"withdrawn\": %b}".formatted(body, withdrawn);
  }

  private static Optional<InetAddress> outerAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .findFirst();
  }
}
