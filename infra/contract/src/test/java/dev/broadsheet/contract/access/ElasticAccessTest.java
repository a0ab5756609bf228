package dev.broadsheet.contract.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElasticAccessTest {
  @TempDir private Path folder;

  private static ElasticAccess access(Map<String, String> settings) {
    return ElasticAccess.from(Settings.of(settings));
  }

  @Test
  void sendsNoKeyByDefault() {
    assertThat(access(Map.of()).authorization()).isEmpty();
    assertThat(access(Map.of())).hasToString("http://127.0.0.1:9200");
  }

  @ParameterizedTest
  @CsvSource({"aWQ6a2V5, ApiKey aWQ6a2V5", "id:key, ApiKey aWQ6a2V5"})
  void sendsAKeyEncoded(String written, String sent) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), written + "\n");

    var access =
        access(
            Map.of(
                "elasticsearch.url",
                "https://search.example:9200",
                "elasticsearch.api.key.file",
                file.toString()));

    assertThat(access.authorization()).contains(new Secret(sent));
    assertThat(access.authorization().toString()).doesNotContain("aWQ6");
    assertThat(access.toString()).doesNotContain("aWQ6");
  }

  @Test
  void sendsNoKeyInTheClearToAnotherMachine() {
    assertThatThrownBy(
            () ->
                access(
                    Map.of(
                        "elasticsearch.url", "http://search.example:9200",
                        "elasticsearch.api.key", "canary:key")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("elasticsearch.url")
        .hasMessageContaining("https")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource({
    "https://elastic:canary@search.example:9200",
    "https://elastic:can ary@search.example:9200",
    "ftp://elastic:canary@search.example"
  })
  void neverShowsAPasswordInAnAddress(String address) {
    assertThatThrownBy(() -> access(Map.of("elasticsearch.url", address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("elasticsearch.url")
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining("can ary");
  }

  @Test
  void namesTheFileThatHoldsNoAuthority() throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate\n");

    assertThatThrownBy(
            () ->
                access(
                    Map.of(
                        "elasticsearch.url",
                        "https://search.example:9200",
                        "elasticsearch.ca.file",
                        file.toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("elasticsearch.ca.file=" + file);
  }
}
