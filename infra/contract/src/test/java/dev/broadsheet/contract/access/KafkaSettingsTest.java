package dev.broadsheet.contract.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaSettingsTest {
  private static final String WORD = "a\"b\\c;d";

  @TempDir private Path folder;

  private static KafkaAccess access(Map<String, String> settings) {
    return KafkaAccess.from(Settings.of(settings));
  }

  private Map<String, String> secured() throws IOException {
    var all = new TreeMap<String, String>();
    all.put("kafka.bootstrap", "broker:9093");
    all.put("kafka.security.protocol", "sasl_ssl");
    all.put("kafka.sasl.username", "broadsheet-sink");
    all.put(
        "kafka.sasl.password.file",
        Files.writeString(folder.resolve("word"), WORD + "\n").toString());
    all.put(
        "kafka.ssl.truststore.location",
        Files.writeString(folder.resolve("ca.pem"), "").toString());
    return all;
  }

  @Test
  void asksForNothingByDefault() {
    var client = access(Map.of()).client(Map.of("client.id", "x"));

    assertThat(client).isEqualTo(Map.of("client.id", "x", "bootstrap.servers", "127.0.0.1:9092"));
  }

  @Test
  void givesClientsAUserAndChecksHostNames() throws IOException {
    var client = access(secured()).client(Map.of());

    assertThat(client)
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("ssl.endpoint.identification.algorithm", "https");
    assertThat(client.get("sasl.jaas.config"))
        .isEqualTo(
            new Password(
                "org.apache.kafka.common.security.scram.ScramLoginModule required"
                    + " username=\"broadsheet-sink\" password=\"a\\\"b\\\\c;d\";"));
  }

  @Test
  void neverShowsThePassword() throws IOException {
    var access = access(secured());
    var properties = new Properties();
    properties.putAll(access.client(Map.of()));

    assertThat(access).hasToString("broker:9093");
    assertThat(
            properties.toString() + access.security() + new AdminClientConfig(properties).values())
        .doesNotContain(WORD, "b\\\\c");
  }

  @ParameterizedTest
  @CsvSource({
    "kafka.sasl.username, , kafka.sasl.username",
    "kafka.sasl.password.file, , kafka.sasl.password.file",
    "kafka.sasl.password.file, /no/such/file, kafka.sasl.password.file",
    "kafka.security.protocol, SASL_PLAINTEXT, kafka.security.protocol",
    "kafka.security.protocol, PLAINTEXT, SASL_SSL",
    "kafka.security.protocol, SSL, SASL_SSL",
    "kafka.sasl.mechanism, OAUTHBEARER, kafka.sasl.mechanism",
    "kafka.ssl.truststore.location, /no/such/ca.pem, kafka.ssl.truststore.location",
    "kafka.ssl.truststore.location, ca.txt, kafka.ssl.truststore.location",
    "kafka.sasl.jaas.config, com.example.Login required;, kafka.sasl.jaas.config: no such setting",
    "kafka.ssl.endpoint.identification.algorithm, https, no such setting"
  })
  void refusesWhatIsNotSafe(String name, String value, String says) throws IOException {
    var all = secured();
    if (value == null) {
      all.remove(name);
    } else {
      all.put(name, value);
    }

    assertThatThrownBy(() -> access(all))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says)
        .hasMessageNotContaining(WORD);
  }

  @Test
  void refusesStoresThatWouldNotBeUsed() {
    assertThatThrownBy(() -> access(Map.of("kafka.ssl.keystore.location", "client.p12")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kafka.ssl.keystore.location");
  }

  @Test
  void refusesAPasswordThatWouldEndTheLogin() {
    var all =
        Map.of(
            "kafka.security.protocol", "SASL_SSL",
            "kafka.sasl.username", "u",
            "kafka.sasl.password", "one\ntwo");

    assertThatThrownBy(() -> access(all))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("control characters")
        .hasMessageNotContaining("two");
  }

  @Test
  void describesEverySetting() throws IOException {
    String page = Files.readString(Path.of("..", "deploy", "security", "README.md"));

    assertThat(KafkaSettings.ALL)
        .allSatisfy(s -> assertThat(page).contains(row(s.name(), s.fallback())));
    assertThat(ElasticAccess.ALL)
        .allSatisfy(s -> assertThat(page).contains(row(s.name(), s.fallback())));
  }

  private static String row(String name, String fallback) {
    return fallback.isEmpty()
        ? "| `%s` | |".formatted(name)
        : "| `%s` | `%s` |".formatted(name, fallback);
  }
}
