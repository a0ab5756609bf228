package dev.broadsheet.rig.process;

import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.stack.JavaCommand;
import dev.broadsheet.stack.Lifecycle;
import dev.broadsheet.stack.ProcessSpec;
import dev.broadsheet.stack.Readiness;
import dev.broadsheet.stack.ServerProcess;
import dev.broadsheet.stack.StageJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Runs the command of the project in processes of its own: the stages, and short commands. The
/// command is known by the name of its main class only and must be on the class path of this
/// process.
final class StageProcesses {
  private static final String MAIN = "dev.broadsheet.cli.Main";
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final Duration COMMAND_LIMIT = Duration.ofMinutes(2);

  private final Path folder;
  private final Map<String, String> settings;

  /// @param settings for all of them, addresses included
  StageProcesses(Path folder, Map<String, String> settings) {
    this.folder = folder;
    this.settings = Map.copyOf(settings);
  }

  /// The largest heap of a stage, in MB.
  static int heapMegabytes(Component stage) {
    return StageJvm.heapMegabytes(stage.word());
  }

  /// Starts a stage and does not wait until it is ready.
  ServerProcess launch(Victim stage) {
    return ServerProcess.launch(spec(stage));
  }

  /// Runs a command to its end.
  ///
  /// @return its exit code; -1 when it took too long and was ended
  int run(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(StageJvm.shortLived());
    command.add("-Xmx128m");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of(arguments));
    command.addAll(options(settings));
    File log = folder.resolve("log").resolve("commands.log").toFile();
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      Process process = builder.start();
      if (process.waitFor(COMMAND_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly().waitFor();
      return -1;
    } catch (IOException e) {
      throw new IllegalStateException("the command cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private ProcessSpec spec(Victim stage) {
    String name = stage.processName();
    var all = new TreeMap<>(settings);
    if (stage.component() == Component.ENRICH) {
      all.put("enrich.state.dir", stateFolder(stage).toString());
    } else if (stage.component() == Component.SINK) {
      all.put("sink.instance", Integer.toString(stage.instance()));
    }
    var arguments = new ArrayList<>(List.of(stage.component().word()));
    arguments.addAll(List.of("--ready-file", marker(name).toString()));
    arguments.addAll(options(all));
    return new ProcessSpec(
        name,
        new JavaCommand(
            MAIN,
            arguments,
            System.getProperty("java.class.path"),
            StageJvm.shortLived(),
            heapMegabytes(stage.component())),
        Map.of(),
        folder,
        Lifecycle.OWNED,
        new Readiness(() -> isMarked(name), READY_LIMIT));
  }

  /// Where an instance of `enrich` keeps the local copy of its state.
  Path stateFolder(Victim enrich) {
    return folder.resolve("state").resolve(enrich.processName());
  }

  private List<String> options(Map<String, String> all) {
    var options = new ArrayList<>(List.of("--data", folder.toString()));
    all.forEach((name, value) -> options.addAll(List.of("--set", name + "=" + value)));
    return options;
  }

  private Path marker(String name) {
    return folder.resolve("run").resolve(name + ".ready");
  }

  /// The stage writes its process id into the file, so that the file of one that was killed says
  /// nothing about the next.
  private boolean isMarked(String name) {
    OptionalLong pid = ServerProcess.find(folder, name);
    try {
      return pid.isPresent()
          && Files.readString(marker(name)).strip().equals(Long.toString(pid.getAsLong()));
    } catch (IOException e) {
      return false;
    }
  }
}
