package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SinkAppTest {
  @Test
  void endsWithTwoWhenSettingsAreWrong() {
    assertThat(SinkApp.run(Settings.of(Map.of("sink.bulk.bytes", "many")))).isEqualTo(2);
    assertThat(SinkApp.run(Settings.of(Map.of("index.alias", "Not An Alias")))).isEqualTo(2);
  }

  @Test
  void endsWithOneWhenAServerIsAway() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    int code = SinkApp.run(Settings.of(Map.of("elasticsearch.url", "http://127.0.0.1:" + port)));

    assertThat(code).isEqualTo(1);
  }
}
