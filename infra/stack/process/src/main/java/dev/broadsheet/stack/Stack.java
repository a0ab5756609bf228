package dev.broadsheet.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A Kafka broker and an Elasticsearch node for development and tests, as processes of this machine
/// that listen on its loopback interface only. Without authentication and without replicas: unfit
/// for production.
///
/// An owned stack ends with this process, however that ends, or when it is closed; keep a reference
/// to it for as long as it is needed. A detached one is ended by [#stop(Path)].
public final class Stack implements AutoCloseable {
  private final Path folder;
  private final Ports ports;
  private final ServerProcess broker;
  private final ServerProcess node;

  private Stack(Path folder, Ports ports, ServerProcess broker, ServerProcess node) {
    this.folder = folder;
    this.ports = ports;
    this.broker = broker;
    this.node = node;
  }

  /// Starts both servers at the same time and waits until both are ready. In a folder where they
  /// run already: a detached start returns those if they are healthy, and ends them first if not.
  ///
  /// @throws ServerStartException if one does not start or does not become ready; both are ended
  ///     again
  public static Stack start(StackConfig config) {
    return new RunFolder(config.folder()).locked(() -> startLocked(config));
  }

  /// The stack that runs in this folder, if both of its servers live; they may not be ready. A
  /// restart gives them the settings of their last start and the usual heaps.
  public static Optional<Stack> attach(Path folder) {
    return attach(StackConfig.of(folder).withLifecycle(Lifecycle.DETACHED));
  }

  /// Ends the servers that run in this folder, whoever started them.
  ///
  /// @return whether there were any
  public static boolean stop(Path folder) {
    return Stream.of(NodeSettings.NAME, BrokerSettings.NAME)
            .parallel()
            .filter(name -> ServerProcess.stop(folder, name))
            .count()
        > 0;
  }

  /// Whether servers ran in this folder before, so that a start without ports takes theirs again.
  public static boolean hasPorts(Path folder) {
    return new RunFolder(folder).read(Ports.RECORD, Ports.class).isPresent();
  }

  /// What Kafka clients call `bootstrap.servers`.
  public String bootstrapServers() {
    return Ports.HOST + ":" + ports.kafka();
  }

  /// The same broker for tools that must reach it whatever is done to the connections of the
  /// others: who connects here is never told of a proxy's port.
  public String bootstrapPastProxy() {
    return Ports.HOST + ":" + ports.internal();
  }

  /// Where the node answers HTTP.
  public URI elasticsearchUrl() {
    return URI.create("http://" + Ports.HOST + ":" + ports.http());
  }

  /// The folder with `data`, `log`, `conf` and `run`.
  public Path folder() {
    return folder;
  }

  /// The broker's process.
  public ServerProcess broker() {
    return broker;
  }

  /// The node's process.
  public ServerProcess node() {
    return node;
  }

  /// Whether both servers answer as they should.
  public boolean isReady() {
    return broker.isReady() && node.isReady();
  }

  /// Ends both servers.
  public void stop() {
    each(ServerProcess::stop);
  }

  /// Ends an owned stack; leaves a detached one alone.
  @Override
  public void close() {
    each(ServerProcess::close);
  }

  /// Both at the same time: each takes a while to end, and neither needs the other.
  private void each(Consumer<ServerProcess> work) {
    Stream.of(node, broker).parallel().forEach(work);
  }

  private static Stack startLocked(StackConfig config) {
    if (config.lifecycle() == Lifecycle.DETACHED && isDetached(config.folder())) {
      var running = attach(config).filter(Stack::isReady);
      if (running.isPresent()) {
        return running.get();
      }
      stop(config.folder());
    }
    var ports = Ports.choose(config);
    BrokerSettings.write(config, ports);
    NodeSettings.write(config, ports);
    var broker = ServerProcess.launch(BrokerSettings.process(config, ports));
    try {
      var node = ServerProcess.launch(NodeSettings.process(config, ports));
      return await(new Stack(config.folder(), ports, broker, node));
    } catch (ServerStartException e) {
      broker.stop();
      throw e;
    }
  }

  /// Whether what was last started here was meant to outlive its parent.
  private static boolean isDetached(Path folder) {
    var records = new RunFolder(folder);
    return Stream.of(BrokerSettings.NAME, NodeSettings.NAME)
        .flatMap(name -> records.record(name).stream())
        .allMatch(entry -> entry.lifecycle() == Lifecycle.DETACHED);
  }

  private static Stack await(Stack stack) {
    try {
      stack.broker.awaitReady();
      stack.node.awaitReady();
      return stack;
    } catch (ServerStartException e) {
      stack.stop();
      throw e;
    }
  }

  private static Optional<Stack> attach(StackConfig config) {
    var folder = new RunFolder(config.folder());
    return folder.read(Ports.RECORD, Ports.class).flatMap(ports -> attach(config, ports));
  }

  private static Optional<Stack> attach(StackConfig config, Ports ports) {
    var broker = ServerProcess.attach(BrokerSettings.process(config, ports));
    var node = ServerProcess.attach(NodeSettings.process(config, ports));
    if (broker.isEmpty() || node.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Stack(config.folder(), ports, broker.get(), node.get()));
  }
}
