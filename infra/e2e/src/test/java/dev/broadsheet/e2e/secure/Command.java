package dev.broadsheet.e2e.secure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs the command in this process, with the settings of a file, and other programs.
final class Command {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PROGRAM_LIMIT = Duration.ofSeconds(100);

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
    int code = run(out, err, all.toArray(String[]::new));
    return new Printed(
        code, out.toString(), err.toString(), Duration.ofNanos(System.nanoTime() - start));
  }

  /// A stage that ought to be refused and is not would run for ever. It is left to itself then, and
  /// ends with the tests' process.
  private static int run(StringWriter out, StringWriter err, String... arguments) {
    var running =
        new FutureTask<>(
            () -> Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments));
    Thread thread = Thread.ofPlatform().daemon().name("command").start(running);
    try {
      return running.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      var where = new AssertionError("goes on: " + List.of(arguments) + out + err, e);
      where.setStackTrace(thread.getStackTrace());
      throw where;
    } catch (ExecutionException e) {
      throw new AssertionError("failed: " + List.of(arguments), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + List.of(arguments), e);
    }
  }

  /// What another program prints; it has to end well, and soon.
  static String output(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    CompletableFuture.delayedExecutor(PROGRAM_LIMIT.toSeconds(), TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
