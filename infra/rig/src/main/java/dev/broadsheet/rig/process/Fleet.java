package dev.broadsheet.rig.process;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.proxy.Protocol;
import dev.broadsheet.rig.proxy.TcpProxy;
import dev.broadsheet.stack.ServerProcess;
import dev.broadsheet.stack.ServerStartException;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// A whole pipeline in processes of this machine: broker, node and stages, with a proxy in front of
/// either server. All of them end with this process or when it is closed.
///
/// Calls that concern one process come from one thread at a time.
public final class Fleet implements AutoCloseable {
  private static final int STARTS = 8;

  private final Stack stack;
  private final TcpProxy brokerProxy;
  private final TcpProxy nodeProxy;
  private final StageProcesses processes;
  private final Map<Victim, ServerProcess> stages = new ConcurrentHashMap<>();
  private final AtomicInteger retriedStarts = new AtomicInteger();

  private Fleet(Stack stack, TcpProxy brokerProxy, TcpProxy nodeProxy, StageProcesses processes) {
    this.stack = stack;
    this.brokerProxy = brokerProxy;
    this.nodeProxy = nodeProxy;
    this.processes = processes;
  }

  /// Starts the servers, makes topics and index, then starts the stages and waits for all.
  public static Fleet start(FleetOptions options) {
    Fleet fleet = servers(options);
    try {
      if (fleet.command("setup") != 0) {
        throw new IllegalStateException("setup failed: see log/commands.log");
      }
      var all = new ArrayList<Victim>();
      all.add(new Victim(Component.INGEST, 1));
      for (int i = 1; i <= options.enrichers(); i++) {
        all.add(new Victim(Component.ENRICH, i));
      }
      for (int i = 1; i <= options.sinks(); i++) {
        all.add(new Victim(Component.SINK, i));
      }
      all.forEach(v -> fleet.stages.put(v, fleet.processes.launch(v)));
      all.forEach(fleet::ensureReady);
      return fleet;
    } catch (RuntimeException e) {
      fleet.close();
      throw e;
    }
  }

  private static Fleet servers(FleetOptions options) {
    int advertised = TcpProxy.freePort();
    Stack stack =
        Stack.start(
            StackConfig.of(options.folder())
                .withAdvertisedBrokerPort(advertised)
                .withBrokerProperties(options.brokerProperties()));
    int broker = Integer.parseInt(stack.bootstrapServers().split(":", 2)[1]);
    var brokerProxy = TcpProxy.at(advertised, broker, Protocol.KAFKA);
    var nodeProxy = TcpProxy.to(stack.elasticsearchUrl().getPort(), Protocol.HTTP);
    var settings = new HashMap<>(options.settings());
    settings.put(Settings.KAFKA_BOOTSTRAP.name(), "127.0.0.1:" + brokerProxy.port());
    settings.put(Settings.ELASTICSEARCH_URL.name(), "http://127.0.0.1:" + nodeProxy.port());
    settings.put("ingest.inbox", inbox(options.folder()).toString());
    try {
      Files.createDirectories(inbox(options.folder()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Fleet(stack, brokerProxy, nodeProxy, new StageProcesses(options.folder(), settings));
  }

  /// The watched folder of a pipeline in `folder`.
  public static Path inbox(Path folder) {
    return folder.resolve("inbox");
  }

  /// The folder of this pipeline.
  public Path folder() {
    return stack.folder();
  }

  /// Where the node answers, past the proxy.
  public URI elasticsearch() {
    return stack.elasticsearchUrl();
  }

  /// Where the broker answers, past the proxy.
  public String bootstrap() {
    return stack.bootstrapPastProxy();
  }

  /// A client of the broker past the proxy that soon gives up; it belongs to the caller.
  public Admin newAdmin() {
    return Admin.create(
        Map.<String, Object>of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap(),
            AdminClientConfig.CLIENT_ID_CONFIG,
            "rig-admin",
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            3_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            5_000));
  }

  /// In front of the broker, for all clients but the driver's own.
  public TcpProxy brokerProxy() {
    return brokerProxy;
  }

  /// In front of the node.
  public TcpProxy nodeProxy() {
    return nodeProxy;
  }

  /// The stages that run, or should.
  public List<Victim> stages() {
    return stages.keySet().stream()
        .sorted((a, b) -> a.processName().compareTo(b.processName()))
        .toList();
  }

  /// A process.
  ///
  /// @throws IllegalArgumentException when there is no such instance
  public ServerProcess process(Victim victim) {
    return switch (victim.component()) {
      case BROKER -> stack.broker();
      case NODE -> stack.node();
      case INGEST, ENRICH, SINK ->
          Optional.ofNullable(stages.get(victim))
              .orElseThrow(() -> new IllegalArgumentException("no process " + victim));
    };
  }

  /// Starts a process that has ended, as a supervisor does: again, when it gives up because what it
  /// needs is not there yet.
  ///
  /// @throws ServerStartException when that does not help
  public void restart(Victim victim) {
    ServerProcess process = process(victim);
    for (int i = 1; true; i++) {
      try {
        process.restart();
        return;
      } catch (ServerStartException e) {
        if (i == STARTS) {
          throw e;
        }
        retriedStarts.incrementAndGet();
      }
    }
  }

  /// Starts one more instance and waits until it is ready.
  public void join(Victim victim) {
    stages.put(victim, processes.launch(victim));
    ensureReady(victim);
  }

  /// Ends an instance in order; it is no longer one of the pipeline.
  public void leave(Victim victim) {
    process(victim).stop();
    stages.remove(victim);
  }

  /// How often a start had to be tried again.
  public int retriedStarts() {
    return retriedStarts.get();
  }

  /// Runs a command of the project against this pipeline.
  ///
  /// @return exit code
  public int command(String... arguments) {
    return processes.run(arguments);
  }

  /// Where an instance of `enrich` keeps the local copy of its state.
  public Path stateFolder(Victim enrich) {
    return processes.stateFolder(enrich);
  }

  /// The largest heap of a stage, in MB.
  public static int heapMegabytes(Component stage) {
    return StageProcesses.heapMegabytes(stage);
  }

  @Override
  public void close() {
    stages().forEach(v -> process(v).close());
    nodeProxy.close();
    brokerProxy.close();
    stack.close();
  }

  private void ensureReady(Victim victim) {
    try {
      process(victim).awaitReady();
    } catch (ServerStartException e) {
      if (process(victim).isAlive()) {
        throw e;
      }
      retriedStarts.incrementAndGet();
      restart(victim);
    }
  }
}
