package dev.broadsheet.stack.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A controller and a broker of Kafka in one process, as Kafka's own main class puts them together,
/// with one step between their starts.
///
/// A broker that was killed comes back to a controller that still takes its predecessor for alive.
/// It leads its partitions on that old word, takes up the transactions that were about to end, and
/// when the predecessor's session is over all partitions are without a leader for a moment. Kafka
/// 4.3 takes such partitions for deleted: it counts the transaction as ended and never writes its
/// marker, and nobody who reads committed records gets past that place again. Here the controller
/// forgets the predecessor before the broker starts, so that a leader is there for every marker.
/// With more than one broker there is another leader, and the moment does not come.
final class CombinedServer {
  private static final Logger LOG = LoggerFactory.getLogger(CombinedServer.class);
  private static final Duration ACTIVE_LIMIT = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final KafkaConfig config;
  private final ControllerServer controller;
  private final BrokerServer broker;
  private final boolean wasKilled;

  private CombinedServer(KafkaConfig config, SharedServer shared, ControllerServer controller) {
    this.config = config;
    this.controller = controller;
    this.broker = new BrokerServer(shared);
    // The broker writes this file when it ends in order, and deletes it when it starts.
    this.wasKilled = !Files.exists(Path.of(config.logDirs().getFirst(), ".kafka_cleanshutdown"));
  }

  /// Takes in properties of a server that is controller and broker.
  static CombinedServer of(Properties properties) {
    KafkaConfig config = KafkaConfig.fromProps(properties, false);
    var metadata = KafkaRaftServer.initializeLogDirs(config, LOG, "");
    QuorumConfig quorum = config.quorumConfig();
    var shared =
        new SharedServer(
            config,
            metadata._1(),
            Time.SYSTEM,
            Server.initializeMetrics(config, Time.SYSTEM, metadata._1().clusterId().orElseThrow()),
            CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
            QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
            new StandardFaultHandlerFactory(),
            ServerSocketFactory.INSTANCE);
    var controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), metadata._2());
    return new CombinedServer(config, shared, controller);
  }

  /// Starts both.
  void start() throws InterruptedException, ExecutionException, TimeoutException {
    controller.startup();
    if (wasKilled) {
      forgetPredecessor();
    }
    broker.startup();
  }

  /// Ends both; the broker first, which hands over to the controller.
  void stop() {
    broker.shutdown();
    controller.shutdown();
  }

  /// Waits until both have ended.
  void await() {
    broker.awaitShutdown();
    controller.awaitShutdown();
  }

  private void forgetPredecessor()
      throws InterruptedException, ExecutionException, TimeoutException {
    Controller decides = controller.controller();
    long end = System.nanoTime() + ACTIVE_LIMIT.toNanos();
    while (!decides.isActive() && System.nanoTime() - end < 0) {
      Thread.sleep(LOOK_EVERY);
    }
    var context =
        new ControllerRequestContext(
            new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
    try {
      decides
          .unregisterBroker(context, config.nodeId())
          .get(ACTIVE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
        throw e;
      }
      LOG.info("The broker has no predecessor");
    }
  }
}
