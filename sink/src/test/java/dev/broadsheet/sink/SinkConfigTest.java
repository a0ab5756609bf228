package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SinkConfigTest {
  @Test
  void hasADefaultForEverySetting() {
    SinkConfig config = SinkConfig.from(Settings.of(Map.of()));

    assertThat(config.topics().articles()).isEqualTo("broadsheet.articles");
    assertThat(config.group()).isEqualTo("broadsheet-sink");
    assertThat(config.index().writeAlias()).isEqualTo("broadsheet-articles-write");
    assertThat(config.bulk().inFlight()).isEqualTo(2);
    assertThat(config.bulk().bytes()).isEqualTo(5_000_000);
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    Settings settings =
        Settings.of(
            Map.of(
                "sink.bulk.bytse", "1",
                "sink.bulk.in.flight", "none",
                "sink.breaker.percent", "101",
                "enrich.threads", "not ours"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SinkConfig.from(settings))
        .withMessageContainingAll("sink.bulk.bytse", "sink.bulk.in.flight", "sink.breaker.percent")
        .withMessageNotContaining("enrich");
  }

  @Test
  void doesNotLetAnyoneWeakenThePromiseOfDelivery() {
    SinkConfig config = SinkConfig.from(Settings.of(Map.of()));

    assertThat(config.consumerProperties())
        .containsEntry("enable.auto.commit", false)
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("auto.offset.reset", "earliest");
    assertThat(config.producerProperties())
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true);
  }

  @Test
  void readmeNamesEverySettingWithItsDefault() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    for (Setting<?> setting : SinkConfig.ALL) {
      assertThat(readme)
          .containsPattern(
              "\\| `%s` \\| `%s` \\|"
                  .formatted(
                      setting.name().replace(".", "\\."), setting.fallback().replace(".", "\\.")));
    }
  }
}
