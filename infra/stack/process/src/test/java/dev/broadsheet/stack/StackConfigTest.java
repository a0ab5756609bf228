package dev.broadsheet.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackConfigTest {
  private static final StackConfig CONFIG = StackConfig.of(Path.of("data"));

  @ParameterizedTest
  @ValueSource(
      strings = {"listeners", "advertised.listeners", "controller.quorum.voters", "log.dirs"})
  void refusesBrokerPropertyThatSaysWhereItListensOrStores(String name) {
    assertThatThrownBy(() -> CONFIG.withBrokerProperties(Map.of(name, "0.0.0.0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"network.host", "http.host", "http.port", "path.data", "transport.host"})
  void refusesNodeSettingThatSaysWhereItListensOrStores(String name) {
    assertThatThrownBy(() -> CONFIG.withNodeSettings(Map.of(name, "0.0.0.0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void takesOtherSettings() {
    var config =
        CONFIG
            .withBrokerProperties(Map.of("offsets.retention.minutes", "1"))
            .withNodeSettings(Map.of("http.max_content_length", "20mb"))
            .withPorts(1234, 2345)
            .withAdvertisedBrokerPort(3456);

    assertThat(config.broker())
        .isEqualTo(
            new StackConfig.Broker(1234, 3456, 384, Map.of("offsets.retention.minutes", "1")));
    assertThat(config.node())
        .isEqualTo(new StackConfig.Node(2345, 512, Map.of("http.max_content_length", "20mb")));
  }
}
