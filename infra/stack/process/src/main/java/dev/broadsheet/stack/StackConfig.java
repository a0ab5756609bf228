package dev.broadsheet.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How to run the stack.
///
/// @param folder where data, logs and run records are; made when it is not there
/// @param lifecycle when the servers are to end
/// @param broker the Kafka broker
/// @param node the Elasticsearch node
/// @param quickStart whether the servers are to start quickly (they need 8 s of processor time
///     together) rather than to run fast later (14 s, then the optimising compiler at work)
/// @param readyLimit how long each may take to be ready
public record StackConfig(
    Path folder,
    Lifecycle lifecycle,
    Broker broker,
    Node node,
    boolean quickStart,
    Duration readyLimit) {
  private static final int BROKER_HEAP = 384;
  private static final int NODE_HEAP = 512;
  private static final Duration READY_LIMIT = Duration.ofSeconds(90);

  /// The Kafka broker.
  ///
  /// @param port where clients reach it; 0 for a free one, kept for later starts in the same folder
  /// @param advertisedPort the port that clients are told to use, for a proxy; 0 for `port` itself
  /// @param heapMegabytes the largest heap
  /// @param properties Kafka's own, on top of ours; those that say where it listens and stores are
  ///     refused
  /// @param listeners more of them, with TLS
  public record Broker(
      int port,
      int advertisedPort,
      int heapMegabytes,
      Map<String, String> properties,
      List<SecureListener> listeners) {
    /// Without further listeners.
    public Broker(int port, int advertisedPort, int heapMegabytes, Map<String, String> properties) {
      this(port, advertisedPort, heapMegabytes, properties, List.of());
    }

    /// Checks what the properties name.
    public Broker {
      properties = Map.copyOf(properties);
      listeners = List.copyOf(listeners);
      BrokerSettings.refuseReserved(properties.keySet());
    }
  }

  /// The Elasticsearch node.
  ///
  /// @param port its HTTP port; 0 for a free one, kept for later starts in the same folder
  /// @param heapMegabytes the largest heap
  /// @param settings Elasticsearch's own, on top of ours; those that say where it listens and
  ///     stores are refused
  public record Node(int port, int heapMegabytes, Map<String, String> settings) {
    /// Checks what the settings name.
    public Node {
      settings = Map.copyOf(settings);
      NodeSettings.refuseReserved(settings.keySet());
    }
  }

  /// Makes the folder absolute.
  public StackConfig {
    folder = folder.toAbsolutePath().normalize();
  }

  /// Free ports, usual sizes, a quick start, ending with this process.
  public static StackConfig of(Path folder) {
    return new StackConfig(
        folder,
        Lifecycle.OWNED,
        new Broker(0, 0, BROKER_HEAP, Map.of()),
        new Node(0, NODE_HEAP, Map.of()),
        true,
        READY_LIMIT);
  }

  /// With another lifecycle.
  public StackConfig withLifecycle(Lifecycle other) {
    return new StackConfig(folder, other, broker, node, quickStart, readyLimit);
  }

  /// With these ports; 0 for a free one.
  public StackConfig withPorts(int kafka, int elasticsearch) {
    return withBroker(
            new Broker(
                kafka,
                broker.advertisedPort,
                broker.heapMegabytes,
                broker.properties,
                broker.listeners))
        .withNode(new Node(elasticsearch, node.heapMegabytes, node.settings));
  }

  /// With clients of the broker told to use this port of a proxy.
  public StackConfig withAdvertisedBrokerPort(int port) {
    return withBroker(
        new Broker(broker.port, port, broker.heapMegabytes, broker.properties, broker.listeners));
  }

  /// With these properties of Kafka.
  public StackConfig withBrokerProperties(Map<String, String> properties) {
    return withBroker(
        new Broker(
            broker.port,
            broker.advertisedPort,
            broker.heapMegabytes,
            properties,
            broker.listeners));
  }

  /// With these listeners of the broker besides the usual ones, and an authorizer that allows
  /// nothing that comes in by them unless a rule says so.
  public StackConfig withBrokerListeners(List<SecureListener> listeners) {
    return withBroker(
        new Broker(
            broker.port,
            broker.advertisedPort,
            broker.heapMegabytes,
            broker.properties,
            listeners));
  }

  /// With these settings of Elasticsearch.
  public StackConfig withNodeSettings(Map<String, String> settings) {
    return withNode(new Node(node.port, node.heapMegabytes, settings));
  }

  /// With servers that run fast rather than start quickly, for benchmarks and long use.
  public StackConfig withFullSpeed() {
    return new StackConfig(folder, lifecycle, broker, node, false, readyLimit);
  }

  /// With another broker.
  public StackConfig withBroker(Broker other) {
    return new StackConfig(folder, lifecycle, other, node, quickStart, readyLimit);
  }

  /// With another node.
  public StackConfig withNode(Node other) {
    return new StackConfig(folder, lifecycle, broker, other, quickStart, readyLimit);
  }

  /// What a server's JVM is told, besides what it needs itself.
  List<String> jvmOptions() {
    var common = List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
    return quickStart
        ? Stream.concat(common.stream(), Stream.of("-XX:TieredStopAtLevel=1")).toList()
        : common;
  }
}
