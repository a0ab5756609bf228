package dev.broadsheet.cli;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.poll.PollInlet;
import dev.broadsheet.stack.Lifecycle;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `broadsheet up`: the development stack, the three stages and the reading room, in the
/// background.
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts a broker, a node, the stages and the reading room in the background.",
    footer = {
      "",
      "Everything listens on this machine only and keeps its data in --data.",
      "With --set push.address=127.0.0.1:8680 issues are also taken in by HTTP there.",
      "What runs already is left alone. For production, run the stages against your own servers."
    })
final class UpCommand implements Callable<Integer> {
  private static final int KAFKA_PORT = 9092;
  private static final int ELASTICSEARCH_PORT = 9200;

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--kafka-port",
      defaultValue = "0",
      description = "port of the broker (default: 9092 if free)")
  private int kafkaPort;

  @Option(
      names = "--elasticsearch-port",
      defaultValue = "0",
      description = "port of the node (default: 9200 if free)")
  private int elasticsearchPort;

  @Option(
      names = "--room-port",
      defaultValue = "0",
      description = "port of the reading room (default: 8690 if free)")
  private int roomPort;

  @Option(
      names = "--inbox",
      paramLabel = "DIR",
      description = "folder to watch (default: inbox in the data folder)")
  private @Nullable Path inbox;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Path data = options.data();
    Stack stack =
        Stack.start(
            StackConfig.of(data)
                .withLifecycle(Lifecycle.DETACHED)
                .withPorts(
                    port(data, kafkaPort, KAFKA_PORT),
                    port(data, elasticsearchPort, ELASTICSEARCH_PORT)));
    Settings settings = options.settings();
    new Setup(settings).run();
    Path folder = inbox == null ? Stages.inbox(data) : inbox.toAbsolutePath();
    var told = new HashMap<>(RoomAddress.choose(settings, roomPort));
    told.put("ingest.inbox", folder.toString());
    told.putAll(DevelopmentPush.settings(settings, data));
    told.put(PollInlet.FEEDS.name(), feeds(settings));
    told.putAll(PaperOptions.told(settings));
    Map<String, Integer> ports = new StagePorts(data).choose(data);
    var stages = new Stages(stack, Lifecycle.DETACHED, told, ports);
    stages.start();
    stages.startRoom();
    out.printf(
        """
        Broadsheet is up.
          Kafka          %s
          Elasticsearch  %s
          reading room   %s
          inbox          %s%s
          metrics        %s
          logs           %s

        Put text files into the inbox. Then:
          ./broadsheet status           how far everything is
          ./broadsheet search WORDS     what was found
          ./broadsheet down             ends it all; data stays
        """,
        stack.bootstrapServers(),
        stack.elasticsearchUrl(),
        Stages.room(data).map(URI::toString).orElse("not there"),
        folder,
        DevelopmentPush.describe(told),
        metrics(ports),
        data.resolve("log"));
    return 0;
  }

  private static String metrics(Map<String, Integer> ports) {
    return ports.entrySet().stream()
        .map(e -> "http://127.0.0.1:%d/metrics (%s)".formatted(e.getValue(), e.getKey()))
        .collect(Collectors.joining("\n                 "));
  }

  /// The feed files, as the stage finds them from wherever it runs.
  private static String feeds(Settings settings) {
    return settings.get(PollInlet.FEEDS).stream()
        .map(f -> f.toAbsolutePath().toString())
        .collect(Collectors.joining(","));
  }

  /// The port asked for; else the one of the last time, which the stages that still run know; else
  /// the usual one if nobody listens there; else any.
  private static int port(Path data, int asked, int usual) {
    if (asked != 0 || Stack.hasPorts(data)) {
      return asked;
    }
    try (var socket = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      return 0;
    }
  }
}
