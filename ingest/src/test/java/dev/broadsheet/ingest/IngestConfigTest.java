package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.topic.TopicInstaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestConfigTest {
  @Test
  void hasDefaults() {
    var config = IngestConfig.from(Settings.of(Map.of()));

    assertThat(config.door().inbox()).isEqualTo(Path.of("inbox"));
    assertThat(config.door().root()).isEmpty();
    assertThat(config.files().limits().textBytes()).isEqualTo(8_388_608);
    assertThat(config.pace().settle()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.pace().scan()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.batch().reissue()).isFalse();
    assertThat(config.target().topics().issues()).isEqualTo("broadsheet.issues");
  }

  @Test
  void tellsEveryMistakeAtOnce() {
    var settings =
        Settings.of(
            Map.of("ingest.max.bites", "1", "ingest.scan.ms", "soon", "ingest.reissue", "perhaps"));

    assertThatThrownBy(() -> IngestConfig.from(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ingest.max.bites")
        .hasMessageContaining("ingest.scan.ms=soon")
        .hasMessageContaining("ingest.reissue=perhaps");
  }

  @Test
  void refusesFilesLargerThanARecord() {
    assertThatThrownBy(() -> IngestConfig.from(Settings.of(Map.of("ingest.max.bytes", "16777216"))))
        .hasMessageContaining("16711680");
  }

  @Test
  void isDescribedInTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    List<Setting<?>> settings = new ArrayList<>(IngestConfig.settings());
    settings.add(TopicInstaller.PARTITIONS);
    settings.add(TopicInstaller.REPLICATION);

    assertThat(settings)
        .allSatisfy(
            setting ->
                assertThat(readme.lines())
                    .anyMatch(
                        line ->
                            line.startsWith("| `%s` |".formatted(setting.name()))
                                && (setting.fallback().isEmpty()
                                    || line.contains("`%s`".formatted(setting.fallback())))));
  }
}
