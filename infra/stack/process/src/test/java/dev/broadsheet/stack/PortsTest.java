package dev.broadsheet.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @TempDir Path folder;

  @Test
  void keepsFreePortsOfTheFolder() {
    var first = Ports.choose(StackConfig.of(folder));

    var second = Ports.choose(StackConfig.of(folder));

    assertThat(second).isEqualTo(first);
    assertThat(List.of(first.kafka(), first.internal(), first.controller(), first.http()))
        .doesNotHaveDuplicates()
        .allSatisfy(port -> assertThat(port).isBetween(20_000, 32_000));
  }

  @Test
  void choosesAnotherPortWhenTheKeptOneIsTaken() throws IOException {
    var first = Ports.choose(StackConfig.of(folder));

    try (var _ = new ServerSocket(first.kafka(), 1, InetAddress.getLoopbackAddress())) {
      var second = Ports.choose(StackConfig.of(folder));

      assertThat(second.kafka()).isNotEqualTo(first.kafka());
      assertThat(second.http()).isEqualTo(first.http());
    }
  }

  @Test
  void refusesNamedPortThatIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      var config = StackConfig.of(folder).withPorts(port, 0);

      assertThatThrownBy(() -> Ports.choose(config))
          .isInstanceOf(ServerStartException.class)
          .hasMessageContaining(Integer.toString(port));
    }
  }
}
