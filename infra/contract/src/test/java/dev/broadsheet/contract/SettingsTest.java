package dev.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Setting<Integer> SIZE = Setting.count("sink.size", 5, 1, 10, "Size");

  @Test
  void optionWinsOverEnvironmentWinsOverFile() {
    var file = Map.of("sink.size", "1", "topic.prefix", "file");
    var environment =
        Map.of("BROADSHEET_SINK_SIZE", "2", "BROADSHEET_TOPIC_PREFIX", "env", "X", "y");

    var settings = Settings.layered(file, environment, Map.of("sink.size", "3"));

    assertThat(settings.get(SIZE)).isEqualTo(3);
    assertThat(settings.get(Settings.TOPIC_PREFIX)).isEqualTo("env");
  }

  @Test
  void fallsBackToTheDefault() {
    assertThat(Settings.of(Map.of()).get(SIZE)).isEqualTo(5);
  }

  @Test
  void listsAllProblemsTogether() {
    var settings = Settings.of(Map.of("sink.size", "11", "sink.sise", "1", "other.name", "1"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.check(Set.of("sink"), List.of(SIZE)))
        .withMessageContaining("sink.sise: no such setting")
        .withMessageContaining("sink.size=11: 1 to 10 are allowed")
        .withMessageContaining("BROADSHEET_SINK_SIZE")
        .withMessageNotContaining("other.name");
  }

  @Test
  void refusesAnAddressWithoutScheme() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Settings.of(Map.of("elasticsearch.url", "127.0.0.1:9200"))
                    .get(Settings.ELASTICSEARCH_URL))
        .withMessageContaining("elasticsearch.url");
  }
}
