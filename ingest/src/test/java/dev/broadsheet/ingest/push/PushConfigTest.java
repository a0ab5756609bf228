package dev.broadsheet.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushConfigTest {
  private static final String TOKEN = "0123456789abcdef";

  @TempDir private Path folder;

  @Test
  void isNoListenerByDefault() {
    assertThat(PushConfig.from(Settings.of(Map.of()))).isEmpty();
  }

  @Test
  void refusesToListenWithoutAToken() {
    assertThatThrownBy(() -> config("127.0.0.1:8680", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("push.token.file")
        .hasMessageContaining("BROADSHEET_PUSH_TOKEN");
  }

  @Test
  void refusesToListenElsewhereWithoutTls() {
    assertThatThrownBy(() -> config("0.0.0.0:8680", Map.of("push.token", TOKEN)))
        .hasMessageContaining("TLS");
    assertThatThrownBy(() -> config("192.0.2.1:8680", Map.of("push.token", TOKEN)))
        .hasMessageContaining("TLS");
    assertThat(config("[::1]:8680", Map.of("push.token", TOKEN)).listener().address().getPort())
        .isEqualTo(8680);
  }

  @Test
  void takesTokensFromAFile() throws IOException {
    Path file = folder.resolve("tokens");
    Files.writeString(file, "# two of them\n" + TOKEN + "\n\nfedcba9876543210\n");

    var tokens =
        config("127.0.0.1:1", Map.of("push.token.file", file.toString())).listener().tokens();

    assertThat(tokens.admit("Bearer " + TOKEN)).isTrue();
    assertThat(tokens.admit("bearer fedcba9876543210")).isTrue();
    assertThat(List.of("Bearer # two of them", "Bearer ", "Bearer " + TOKEN + "0", TOKEN, ""))
        .noneMatch(tokens::admit);
    assertThat(tokens.admit(null)).isFalse();
  }

  @Test
  void neverShowsAToken() {
    assertThatThrownBy(() -> config("127.0.0.1:1", Map.of("push.token", "guess-me")))
        .hasMessageContaining("at least 16")
        .hasMessageNotContaining("guess-me");
    assertThat(config("127.0.0.1:1", Map.of("push.token", TOKEN)).toString()).doesNotContain(TOKEN);
    assertThat(Settings.of(Map.of("push.token", TOKEN)).get(PushConfig.LISTENER.token()).toString())
        .isEqualTo("***");
  }

  @Test
  void namesTheFileThatCannotBeRead() {
    Path absent = folder.resolve("absent");

    assertThatThrownBy(() -> config("127.0.0.1:1", Map.of("push.token.file", absent.toString())))
        .hasMessageContaining("absent");
  }

  @Test
  void tellsEveryMistakeAtOnce() {
    assertThatThrownBy(() -> config("nowhere", Map.of("push.rat", "1", "push.burst", "many")))
        .hasMessageContaining("push.address=nowhere: host:port")
        .hasMessageContaining("push.rat: no such setting")
        .hasMessageContaining("push.burst=many");
  }

  @Test
  void isDescribedInTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(PushConfig.settings()).allSatisfy(s -> assertThat(readme).contains(line(s)));
  }

  private static String line(Setting<?> setting) {
    return setting.fallback().isEmpty()
        ? "| `%s` | |".formatted(setting.name())
        : "| `%s` | `%s` |".formatted(setting.name(), setting.fallback());
  }

  private static PushConfig config(String address, Map<String, String> more) {
    var all = new HashMap<>(more);
    all.put("push.address", address);
    return PushConfig.from(Settings.of(all)).orElseThrow();
  }
}
