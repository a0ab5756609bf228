package dev.broadsheet.e2e.secure;

import dev.broadsheet.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs the command in this process, with the settings of a file.
final class Command {
  private Command() {}

  /// What it printed, its exit code, and how long it took.
  record Printed(int code, String out, String err, Duration took) {
    String all() {
      return out + err;
    }
  }

  static Printed run(Path properties, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--config",
            properties.toString(),
            "--data",
            properties.resolveSibling("no-stack").toString()));
    var out = new StringWriter();
    var err = new StringWriter();
    long start = System.nanoTime();
    int code =
        Main.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Printed(
        code, out.toString(), err.toString(), Duration.ofNanos(System.nanoTime() - start));
  }
}
