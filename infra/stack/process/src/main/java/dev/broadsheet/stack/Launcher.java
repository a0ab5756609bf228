package dev.broadsheet.stack;

import dev.broadsheet.stack.lifeline.Lifeline;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Turns a [ProcessSpec] into a running process.
final class Launcher {
  /// Part of the command line of every process that is started here.
  static final String TOKEN_PROPERTY = "broadsheet.process";

  private Launcher() {}

  static Process launch(ProcessSpec spec, String token) {
    var log = new LogFile(spec.log());
    log.prepare();
    emptyTemporary(spec.temporary());
    var builder =
        new ProcessBuilder(command(spec, token))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
    if (spec.lifecycle() == Lifecycle.DETACHED) {
      builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    }
    builder.environment().putAll(spec.environment());
    // Without a UTF-8 locale the JDK refuses paths with Chinese names.
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ServerStartException("The " + spec.name() + " cannot be started: " + e, e);
    }
  }

  private static List<String> command(ProcessSpec spec, String token) {
    var java = spec.command();
    // A session of its own: Ctrl-C in the terminal reaches us, and we end our children in order.
    var command = new ArrayList<>(installed("setsid"));
    if (spec.lifecycle() == Lifecycle.DETACHED) {
      command.addAll(installed("nohup"));
    }
    command.add(JavaCommand.javaExecutable().toString());
    command.add("-D" + TOKEN_PROPERTY + "=" + token);
    command.add("-D" + Lifeline.PROPERTY + "=" + (spec.lifecycle() == Lifecycle.OWNED));
    command.add("-Xmx" + java.heapMegabytes() + "m");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    command.add("-Djava.io.tmpdir=" + spec.temporary());
    command.addAll(java.jvmOptions());
    command.add("-cp");
    command.add(java.classPath());
    command.add(java.mainClass());
    command.addAll(java.arguments());
    return command;
  }

  /// The program if it is there. Both run the rest of the command line in their own process.
  private static List<String> installed(String program) {
    return Stream.of("/usr/bin", "/bin")
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .limit(1)
        .toList();
  }

  /// Servers unpack native libraries there and leave them behind when they are killed.
  private static void emptyTemporary(Path folder) {
    try {
      Files.createDirectories(folder);
      try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot empty " + folder, e);
    }
  }
}
