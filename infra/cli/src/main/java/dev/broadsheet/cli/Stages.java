package dev.broadsheet.cli;

import dev.broadsheet.stack.JavaCommand;
import dev.broadsheet.stack.Lifecycle;
import dev.broadsheet.stack.ProcessSpec;
import dev.broadsheet.stack.Readiness;
import dev.broadsheet.stack.ServerProcess;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StageJvm;
import dev.broadsheet.watch.WatchConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The three stages as processes beside a development stack: this same command, started thrice.
public final class Stages {
  public static final List<String> NAMES = List.of("ingest", "enrich", "sink");

  private static final String ROOM = "room";
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);

  private final Path data;
  private final Lifecycle lifecycle;
  private final Map<String, String> settings;
  private final Map<String, Integer> ports;

  /// @param settings what the stages are told besides the addresses of the stack
  public Stages(Stack stack, Lifecycle lifecycle, Map<String, String> settings) {
    this(stack, lifecycle, settings, Map.of());
  }

  /// @param settings what the stages are told besides the addresses of the stack
  /// @param ports where each stage shows metrics and health; a stage without one shows nothing
  public Stages(
      Stack stack, Lifecycle lifecycle, Map<String, String> settings, Map<String, Integer> ports) {
    this.ports = Map.copyOf(ports);
    this.data = stack.folder();
    this.lifecycle = lifecycle;
    var all = new TreeMap<>(settings);
    all.putAll(SettingsOptions.addresses(stack));
    all.putIfAbsent("ingest.inbox", inbox(data).toString());
    all.putIfAbsent("enrich.state.dir", data.resolve("enrich").toString());
    this.settings = all;
  }

  public static Path inbox(Path data) {
    return data.resolve("inbox");
  }

  /// Starts those that do not run yet, side by side, and waits until all are ready.
  public List<ServerProcess> start() {
    createInbox();
    List<ServerProcess> started = NAMES.stream().map(this::launch).toList();
    started.forEach(ServerProcess::awaitReady);
    return started;
  }

  /// Starts the reading room beside the stages, if it does not run yet, and waits until it answers.
  public ServerProcess startRoom() {
    ServerProcess room = launch(ROOM);
    room.awaitReady();
    return room;
  }

  /// Where the reading room of this folder answers, if it runs.
  public static Optional<URI> room(Path data) {
    if (ServerProcess.find(data, ROOM).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(Files.readString(marker(data, ROOM))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends the room and the stages that run in this folder, these in the order of the data's way.
  public static List<String> stop(Path data) {
    return Stream.concat(Stream.of(ROOM), NAMES.stream())
        .filter(name -> ServerProcess.stop(data, name))
        .toList();
  }

  private ServerProcess launch(String name) {
    ProcessSpec spec = spec(name);
    return ServerProcess.attach(spec)
        .orElseGet(
            () -> {
              deleteMarker(name);
              return ServerProcess.launch(spec);
            });
  }

  private ProcessSpec spec(String name) {
    var arguments = new ArrayList<>(List.of(name, "--data", data.toString()));
    arguments.addAll(List.of("--ready-file", marker(name).toString()));
    settings.forEach((n, v) -> arguments.addAll(List.of("--set", n + "=" + v)));
    if (ports.containsKey(name)) {
      arguments.addAll(List.of("--set", WatchConfig.PORT.name() + "=" + ports.get(name)));
    }
    var java =
        new JavaCommand(
            Main.class.getName(),
            arguments,
            System.getProperty("java.class.path"),
            // What ends with this process lives for minutes.
            lifecycle == Lifecycle.OWNED ? StageJvm.shortLived() : StageJvm.options(),
            StageJvm.heapMegabytes(name));
    return new ProcessSpec(
        name,
        java,
        Map.of(),
        data,
        lifecycle,
        new Readiness(() -> Files.exists(marker(name)), READY_LIMIT));
  }

  private Path marker(String name) {
    return marker(data, name);
  }

  private static Path marker(Path data, String name) {
    return data.resolve("run").resolve(name + ".ready");
  }

  private void deleteMarker(String name) {
    try {
      Files.deleteIfExists(marker(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void createInbox() {
    try {
      Files.createDirectories(inbox(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
