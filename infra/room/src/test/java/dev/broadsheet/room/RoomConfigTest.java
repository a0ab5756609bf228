package dev.broadsheet.room;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.access.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomConfigTest {
  private static final String TOKEN = "a-token-of-many-characters";

  private static RoomConfig config(Map<String, String> settings) {
    return RoomConfig.from(Settings.of(settings));
  }

  @Test
  void listensOnThisMachineOnlyByDefault() {
    RoomConfig config = config(Map.of());

    assertThat(config.listener().address().getAddress().isLoopbackAddress()).isTrue();
    assertThat(config.listener().address().getPort()).isEqualTo(8690);
    assertThat(config.hosts()).containsExactlyInAnyOrder("localhost", "127.0.0.1", "[::1]");
  }

  @ParameterizedTest
  @CsvSource({
    "room.token, a-token-of-many-characters",
    "room.tls.keystore, room.p12",
    "room.hosts, papers.example"
  })
  void refusesAnOpenAddressWithoutBothTlsAndToken(String name, String value) {
    assertThatThrownBy(() -> config(Map.of("room.address", "0.0.0.0:8690", name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.0.0.0:8690")
        .hasMessageContaining("room.tls.keystore")
        .hasMessageContaining("room.token.file")
        .hasMessageNotContaining(TOKEN);
  }

  @Test
  void opensToOthersWithTlsTokenAndName() {
    RoomConfig config =
        config(
            Map.of(
                "room.address", "0.0.0.0:8690",
                "room.hosts", "Papers.Example, archive.example",
                "room.token", TOKEN,
                "room.tls.keystore", "room.p12"));

    assertThat(config.hosts()).contains("papers.example", "archive.example", "localhost");
    assertThat(config.toString()).doesNotContain(TOKEN);
  }

  @Test
  void refusesToListenOnAllAddressesWithoutAName() {
    assertThatThrownBy(
            () ->
                config(
                    Map.of(
                        "room.address", "0.0.0.0:8690",
                        "room.token", TOKEN,
                        "room.tls.keystore", "room.p12")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("room.hosts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8690", ":8690", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:x"})
  void refusesWhatIsNoAddress(String address) {
    assertThatThrownBy(() -> config(Map.of("room.address", address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("room.address");
  }

  @Test
  void refusesAShortTokenWithoutShowingIt(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("tokens"), "# readers\n\nguessable\n");

    assertThatThrownBy(() -> config(Map.of("room.token.file", file.toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16")
        .hasMessageNotContaining("guessable");
  }

  @Test
  void admitsATokenAsPasswordOrBearer() {
    Tokens tokens = config(Map.of("room.token", TOKEN)).listener().tokens();

    assertThat(tokens.admit("Bearer " + TOKEN)).isTrue();
    assertThat(tokens.admit("Basic " + base64("anybody:" + TOKEN))).isTrue();
    assertThat(tokens.admit("Basic " + base64(TOKEN + ":anything"))).isFalse();
    assertThat(tokens.admit("Basic %%%")).isFalse();
    assertThat(tokens.admit("Bearer")).isFalse();
    assertThat(tokens.admit(TOKEN)).isFalse();
    assertThat(tokens.admit("")).isFalse();
    assertThat(tokens.admit(null)).isFalse();
  }

  @Test
  void admitsNobodyWhereThereIsNoToken() {
    assertThat(config(Map.of()).listener().tokens().admit("Bearer ")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8690, localhost",
    "LOCALHOST, localhost",
    "127.0.0.1:1, 127.0.0.1",
    "[::1]:8690, [::1]",
    "[::1], [::1]",
    "evil.example:8690, evil.example"
  })
  void readsTheNameInAHostHeader(String header, String name) {
    assertThat(Admission.host(header)).isEqualTo(name);
  }

  @Test
  void documentsEverySetting() throws Exception {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(RoomConfig.ALL)
        .allSatisfy(
            setting ->
                assertThat(readme)
                    .contains(
                        setting.fallback().isEmpty()
                            ? "| `%s` | |".formatted(setting.name())
                            : "| `%s` | `%s` |".formatted(setting.name(), setting.fallback())));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
