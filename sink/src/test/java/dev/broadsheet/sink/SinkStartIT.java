package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.sink.rig.Servers;
import dev.broadsheet.sink.rig.SinkRig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("stack")
@Timeout(60)
class SinkStartIT {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private SinkRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new SinkRig("start");
    rig.install();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private static String unusedAddress() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + socket.getLocalPort();
    }
  }

  private void refusesToStart(String... hints) throws InterruptedException {
    long start = System.nanoTime();
    Throwable failure = rig.start().failure();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
    assertThat(failure).isInstanceOf(Unreachable.class).hasMessageContainingAll(hints);
    assertThat(failure.getMessage()).doesNotContain("\n");
  }

  @Test
  void namesAnElasticsearchThatDoesNotAnswer() throws Exception {
    String address = unusedAddress();
    rig.with("elasticsearch.url", "http://" + address);

    refusesToStart(address, "elasticsearch.url");
  }

  @Test
  void namesAnElasticsearchThatTakesConnectionsAndIsSilent() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      rig.with("elasticsearch.url", "http://127.0.0.1:" + silent.getLocalPort());

      refusesToStart("elasticsearch.url");
    }
  }

  @Test
  void namesAKafkaThatDoesNotAnswer() throws Exception {
    String address = unusedAddress();
    rig.with("kafka.bootstrap", address);

    refusesToStart(address, "kafka.bootstrap");
  }

  @Test
  void namesTheTopicThatIsMissing() throws Exception {
    rig.with("topic.prefix", "nothing-here");

    refusesToStart("nothing-here.articles", Servers.stack().bootstrapServers(), "setup");
  }
}
