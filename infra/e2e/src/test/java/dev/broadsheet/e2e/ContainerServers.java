package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/// Broker and node in containers that can be paused and killed. Each keeps its port and its files
/// when it is started again.
final class ContainerServers implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STATE_LIMIT = Duration.ofSeconds(20);
  private static final int KAFKA_PORT = 9092;
  private static final int ELASTICSEARCH_PORT = 9200;

  /// Below the range that systems take outgoing ports from, so that no client is given the port of
  /// a server that is down.
  private static final int LOWEST_PORT = 20_000;

  private static final int HIGHEST_PORT = 32_000;

  private final KafkaContainer kafka;
  private final ElasticsearchContainer elasticsearch;

  private ContainerServers(String kafkaImage, String elasticsearchImage) {
    kafka =
        new KafkaContainer(
                DockerImageName.parse(kafkaImage).asCompatibleSubstituteFor("apache/kafka"))
            .withEnv("KAFKA_HEAP_OPTS", "-Xms256m -Xmx512m")
            // Fewer files, and a quicker start after a kill.
            .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
            .withStartupTimeout(START_LIMIT);
    elasticsearch =
        new ElasticsearchContainer(
                DockerImageName.parse(elasticsearchImage)
                    .asCompatibleSubstituteFor("elasticsearch"))
            .withEnv("xpack.security.enabled", "false")
            .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");
    elasticsearch.setWaitStrategy(
        Wait.forHttp("/_cluster/health?wait_for_status=yellow&timeout=1s")
            .forPort(ELASTICSEARCH_PORT)
            .withStartupTimeout(START_LIMIT));
    // The other port of this image is not used; the engine would open it to the network.
    elasticsearch.setExposedPorts(List.of(ELASTICSEARCH_PORT));
    keepPort(kafka, KAFKA_PORT);
    keepPort(elasticsearch, ELASTICSEARCH_PORT);
  }

  /// Starts both and waits until they answer.
  static ContainerServers start(String kafkaImage, String elasticsearchImage) {
    var servers = new ContainerServers(kafkaImage, elasticsearchImage);
    try {
      servers.kafka.start();
      servers.elasticsearch.start();
    } catch (RuntimeException e) {
      servers.close();
      throw e;
    }
    return servers;
  }

  /// In the order in which they are given trouble.
  List<GenericContainer<?>> all() {
    return List.of(kafka, elasticsearch);
  }

  String bootstrapServers() {
    return kafka.getBootstrapServers();
  }

  String elasticsearchUrl() {
    return "http://" + elasticsearch.getHttpHostAddress();
  }

  /// Freezes all processes of a container; its connections stay open and get no answer.
  static void pause(GenericContainer<?> container) {
    engine().pauseContainerCmd(container.getContainerId()).exec();
    assertThat(state(container).getPaused()).isTrue();
  }

  static void resume(GenericContainer<?> container) {
    engine().unpauseContainerCmd(container.getContainerId()).exec();
  }

  /// Ends all processes of a container as `kill -9` does.
  static void kill(GenericContainer<?> container) {
    engine().killContainerCmd(container.getContainerId()).exec();
    await().atMost(STATE_LIMIT).until(() -> Boolean.FALSE.equals(state(container).getRunning()));
    assertThat(state(container).getExitCodeLong()).isEqualTo(137);
  }

  /// Starts a killed container on its files and its port; does not wait until it answers.
  static void startAgain(GenericContainer<?> container) {
    engine().startContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void close() {
    all().forEach(GenericContainer::stop);
  }

  private static ContainerState state(GenericContainer<?> container) {
    return engine().inspectContainerCmd(container.getContainerId()).exec().getState();
  }

  private static DockerClient engine() {
    return DockerClientFactory.instance().client();
  }

  /// A port that the engine chooses would be another one after a restart.
  private static void keepPort(GenericContainer<?> container, int port) {
    boolean local =
        List.of("localhost", "127.0.0.1")
            .contains(DockerClientFactory.instance().dockerHostIpAddress());
    container.setPortBindings(
        List.of("%s%d:%d".formatted(local ? "127.0.0.1:" : "", freePort(), port)));
  }

  private static int freePort() {
    return ThreadLocalRandom.current()
        .ints(LOWEST_PORT, HIGHEST_PORT)
        .filter(ContainerServers::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
