package dev.broadsheet.bench.run;

import dev.broadsheet.bench.load.LoadMain;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.stack.JavaCommand;
import dev.broadsheet.stack.Lifecycle;
import dev.broadsheet.stack.ProcessSpec;
import dev.broadsheet.stack.Readiness;
import dev.broadsheet.stack.ServerProcess;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import dev.broadsheet.stack.StageJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Broker, node, and the processes that are measured beside them. All end with this process or when
/// it is closed.
public final class Site implements AutoCloseable {
  private static final String COMMAND = "dev.broadsheet.cli.Main";
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final int NODE_MEGABYTES = 1_024;

  /// It holds all documents.
  private static final int BULK_MEGABYTES = 1_024;

  private final Path folder;
  private final Stack stack;
  private final Optional<Path> profiles;
  private final Map<String, ServerProcess> running = new LinkedHashMap<>();

  private Site(Path folder, Stack stack, Optional<Path> profiles) {
    this.folder = folder;
    this.stack = stack;
    this.profiles = profiles;
  }

  public static Site start(BenchOptions options) {
    var config = StackConfig.of(options.folder());
    config = config.withNode(new StackConfig.Node(0, NODE_MEGABYTES, config.node().settings()));
    Stack stack = Stack.start(options.size().quick() ? config : config.withFullSpeed());
    return new Site(options.folder(), stack, options.profiles());
  }

  public Stack stack() {
    return stack;
  }

  public Path folder() {
    return folder;
  }

  /// The addresses of the servers, as settings.
  Settings settings(Map<String, String> more) {
    return Settings.of(addresses()).with(more);
  }

  private Map<String, String> addresses() {
    return Map.of(
        Settings.KAFKA_BOOTSTRAP.name(),
        stack.bootstrapServers(),
        Settings.ELASTICSEARCH_URL.name(),
        stack.elasticsearchUrl().toString());
  }

  /// Starts a stage under a name of its own, and does not wait.
  public void launch(String name, String stage, Map<String, String> settings) {
    var all = new TreeMap<>(addresses());
    all.putAll(settings);
    Path marker = folder.resolve("run").resolve(name + ".ready");
    var arguments = new ArrayList<>(List.of(stage, "--data", folder.toString()));
    arguments.addAll(List.of("--ready-file", marker.toString()));
    all.forEach((n, v) -> arguments.addAll(List.of("--set", n + "=" + v)));
    launch(name, stage, COMMAND, arguments, new Readiness(() -> Files.exists(marker), READY_LIMIT));
  }

  /// Starts one of the other ways to load an index, under a name of its own.
  void load(String name, String way, List<String> arguments) {
    var all = new ArrayList<>(List.of(way));
    all.addAll(arguments);
    launch(name, way, LoadMain.class.getName(), all, Readiness.immediate());
  }

  private void launch(
      String name, String kind, String main, List<String> arguments, Readiness readiness) {
    var java =
        new JavaCommand(
            main,
            arguments,
            System.getProperty("java.class.path"),
            jvmOptions(name),
            kind.equals(Contest.BULK) ? BULK_MEGABYTES : StageJvm.heapMegabytes(kind));
    running.put(
        name,
        ServerProcess.launch(
            new ProcessSpec(name, java, Map.of(), folder, Lifecycle.OWNED, readiness)));
  }

  private List<String> jvmOptions(String name) {
    var all = new ArrayList<>(StageJvm.options());
    profiles.ifPresent(
        p ->
            all.add(
                "-XX:StartFlightRecording=settings=profile,filename=" + p.resolve(name + ".jfr")));
    return all;
  }

  /// Waits until a process does its work.
  public void awaitReady(String name) {
    process(name).awaitReady();
  }

  /// Ends a process.
  public void stop(String name) {
    ServerProcess process = running.remove(name);
    if (process != null) {
      process.stop();
    }
  }

  private ServerProcess process(String name) {
    ServerProcess process = running.get(name);
    if (process == null) {
      throw new IllegalArgumentException("no process " + name);
    }
    return process;
  }

  /// The ids of all processes that run, this one included.
  Map<String, Long> processes() {
    var all = new LinkedHashMap<String, Long>();
    all.put("broker", stack.broker().pid());
    all.put("node", stack.node().pid());
    running.forEach((name, process) -> all.put(name, process.pid()));
    all.put("bench", ProcessHandle.current().pid());
    return all;
  }

  public Snapshot look() {
    return Snapshot.of(processes());
  }

  /// The largest memory of each process so far, MB.
  public Map<String, Long> peaks() {
    var all = new LinkedHashMap<String, Long>();
    processes().forEach((name, pid) -> all.put(name, Snapshot.peakMegabytes(pid)));
    return all;
  }

  /// The heaps of stages that run, which makes each collect all of its own.
  Map<String, HeapLook> heaps(Collection<String> stages) throws InterruptedException {
    var all = new LinkedHashMap<String, HeapLook>();
    for (String stage : stages) {
      HeapLook.at(process(stage).pid()).ifPresent(look -> all.put(stage, look));
    }
    return all;
  }

  @Override
  public void close() {
    List.copyOf(running.keySet()).forEach(this::stop);
    stack.close();
  }
}
