package dev.broadsheet.e2e.secure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.e2e.secure.Command.Printed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is refused, by the servers and by ourselves: in one line that names the setting, soon, and
/// without a secret.
@Tag("stack")
@Timeout(115)
class RefusedAccessIT {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private static SecuredCluster cluster;
  private static Path page;

  @BeforeAll
  @Timeout(115)
  static void start() throws Exception {
    cluster = SecuredCluster.shared();
    page = Files.writeString(cluster.folder().resolve("page.txt"), "一页\n");
    Printed setup = run("setup", cluster.settings("broadsheet-setup"));
    assertThat(setup.code()).as(setup.all()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ingest, broadsheet-ingest",
    "enrich, broadsheet-enrich",
    "sink, broadsheet-sink",
    "status, broadsheet-view"
  })
  void refusesAWrongPassword(String command, String user) {
    var settings = cluster.settings(user);
    settings.put("kafka.sasl.password.file", cluster.file("wrong", "canary-wrong-password"));

    Printed printed = run(command, settings);

    refused(printed, "user " + user, "kafka.sasl.username", "kafka.sasl.password.file");
    assertThat(printed.all()).doesNotContain("canary-wrong-password");
  }

  @ParameterizedTest
  @CsvSource({
    "ingest, broadsheet-ingest, expired, has expired, renew it",
    "enrich, broadsheet-enrich, expired, has expired, renew it",
    "sink, broadsheet-sink, misnamed, another host name, kafka.bootstrap",
    "status, broadsheet-view, misnamed, another host name, kafka.bootstrap"
  })
  void refusesABrokerWithABadCertificate(
      String command, String user, String certificate, String what, String more) {
    var settings = cluster.settings(user, certificate);
    settings.put("elasticsearch.url", cluster.settings(user).get("elasticsearch.url"));

    refused(run(command, settings), "Kafka at", what, more);
  }

  @ParameterizedTest
  @CsvSource({
    "expired, has expired, renew it",
    "misnamed, another host name, elasticsearch.url",
  })
  void refusesANodeWithABadCertificate(String certificate, String what, String more) {
    for (String command : new String[] {"sink", "search"}) {
      var settings = cluster.settings("broadsheet-sink");
      settings.put(
          "elasticsearch.url",
          cluster.settings("broadsheet-sink", certificate).get("elasticsearch.url"));

      refused(run(command, settings), "Elasticsearch at", what, more);
    }
  }

  @Test
  void refusesServersOfAnUnknownAuthority() throws Exception {
    String stranger = cluster.certificates().stranger().toString();
    var kafka = cluster.settings("broadsheet-ingest");
    kafka.put("kafka.ssl.truststore.location", stranger);
    var elastic = cluster.settings("broadsheet-sink");
    elastic.put("elasticsearch.ca.file", stranger);

    refused(run("ingest", kafka), "no authority that is trusted", "kafka.ssl.truststore.location");
    refused(run("sink", elastic), "no authority that is trusted", "elasticsearch.ca.file");
  }

  @Test
  void saysThatABrokerWantsEncryption() {
    var settings = new TreeMap<String, String>();
    settings.put("kafka.bootstrap", cluster.settings("broadsheet-ingest").get("kafka.bootstrap"));

    refused(run("ingest", settings), "kafka.bootstrap", "kafka.security.protocol");
  }

  @ParameterizedTest
  @CsvSource({
    "ingest, broadsheet.ledger",
    "enrich, broadsheet.articles",
    "sink, broadsheet.articles",
    "status, broadsheet."
  })
  void namesTheAclThatIsMissing(String command, String topic) {
    Printed printed = run(command, cluster.settings(SecuredCluster.STRANGER));

    refused(printed, SecuredCluster.STRANGER, topic, "ACL", "infra/deploy/security/kafka");
  }

  @Test
  void namesTheAclThatIsMissingForWritingOnly() {
    // May read the articles, as enrich need not, and may not write them.
    refused(
        run("enrich", cluster.settings("broadsheet-view")), "WRITE on topic broadsheet.articles");
    refused(run("sink", cluster.settings("broadsheet-view")), "broadsheet.articles.dlq");
  }

  @Test
  void demandsAnApiKey() {
    var none = cluster.settings("broadsheet-sink");
    none.remove("elasticsearch.api.key.file");
    var wrong = cluster.settings("broadsheet-sink");
    wrong.put("elasticsearch.api.key.file", cluster.file("wrong.key", "canary-id:canary-wrong"));

    refused(run("sink", none), "API key", "elasticsearch.api.key.file");
    refused(run("search", none), "API key", "elasticsearch.api.key.file");
    Printed printed = run("sink", wrong);
    refused(printed, "API key", "elasticsearch.api.key.file");
    assertThat(printed.all()).doesNotContain("canary-wrong");
  }

  @ParameterizedTest
  @CsvSource({
    "ingest, metrics.host, 0.0.0.0, metrics.tls.keystore",
    "enrich, metrics.host, 0.0.0.0, metrics.token.file",
    "sink, metrics.host, ::, metrics.tls.keystore",
    "ingest, push.address, 0.0.0.0:8680, push.tls.keystore",
    "room, room.address, 0.0.0.0:8690, room.tls.keystore"
  })
  void refusesToOpenAListenerToOthers(String command, String name, String value, String setting) {
    var settings = new TreeMap<String, String>();
    settings.put("ingest.inbox", cluster.folder().resolve("nothing").toString());
    settings.put("metrics.port", "9401");
    settings.put(name, value);

    Printed printed = Command.run(cluster.properties("open", settings), command);

    refused(printed, name + "=", setting, "127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "kafka.sasl.password, BROADSHEET_KAFKA_SASL_PASSWORD",
    "elasticsearch.api.key, BROADSHEET_ELASTICSEARCH_API_KEY",
    "room.token, BROADSHEET_ROOM_TOKEN",
    "metrics.token, BROADSHEET_METRICS_TOKEN",
    "push.tls.password, BROADSHEET_PUSH_TLS_PASSWORD"
  })
  void refusesSecretsAsOptions(String name, String variable) {
    Printed printed =
        Command.run(
            cluster.properties("none", Map.of()), "status", "--set", name + "=canary-option");

    refused(printed, name, variable);
    assertThat(printed.all()).doesNotContain("canary-option");
  }

  @Test
  void refusesAPasswordThatWouldGoInTheClear() {
    var kafka = cluster.settings("broadsheet-sink");
    kafka.put("kafka.security.protocol", "SASL_PLAINTEXT");
    var elastic = cluster.settings("broadsheet-sink");
    elastic.put("elasticsearch.url", "http://search.example:9200");
    elastic.remove("elasticsearch.ca.file");
    var address = Map.of("elasticsearch.url", "https://elastic:canary-address@127.0.0.1:9200");

    refused(run("sink", kafka), "kafka.security.protocol=SASL_PLAINTEXT", "SASL_SSL");
    refused(run("sink", elastic), "elasticsearch.url", "https");
    Printed printed = run("sink", address);
    refused(printed, "elasticsearch.url", "without a name and a password");
    assertThat(printed.all()).doesNotContain("canary-address");
  }

  @Test
  void knowsNoOtherSettingOfKafkaClients() {
    var settings = cluster.settings("broadsheet-sink");
    settings.put("kafka.sasl.jaas.config", "com.example.Login required;");
    settings.put("kafka.ssl.endpoint.identification.algorithm", "");

    refused(
        run("sink", settings),
        "kafka.sasl.jaas.config: no such setting",
        "kafka.ssl.endpoint.identification.algorithm: no such setting");
  }

  private static Printed run(String command, Map<String, String> settings) {
    var all = new TreeMap<>(settings);
    all.put("enrich.state.dir", cluster.folder().resolve("state").toString());
    Path file = cluster.properties("refused", all);
    return switch (command) {
      case "ingest" -> Command.run(file, command, page.toString());
      case "search" -> Command.run(file, command, "营商环境");
      default -> Command.run(file, command);
    };
  }

  private static void refused(Printed printed, String... says) {
    assertThat(printed.code()).as(printed.all()).isEqualTo(1);
    assertThat(printed.err()).startsWith("broadsheet: ").contains(says);
    assertThat(printed.all()).doesNotContain("\tat ");
    assertThat(printed.err().lines()).hasSize(1);
    assertThat(printed.took()).isLessThan(LIMIT);
    assertThat(cluster.secrets().values()).noneMatch(printed.all()::contains);
  }
}
