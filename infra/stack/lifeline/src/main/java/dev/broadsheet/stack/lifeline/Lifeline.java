package dev.broadsheet.stack.lifeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/// Ends this process when its parent is gone.
///
/// The parent holds the write end of this process's standard input and never writes to it. The
/// system closes that pipe however the parent ends, also by `kill -9`, so the end of input is a
/// notice of death that cannot be lost. Nothing else may read standard input.
public final class Lifeline {
  /// The system property that the parent sets to `true` on a process that is to die with it.
  public static final String PROPERTY = "broadsheet.lifeline";

  /// The exit code of a process that ended because its parent did.
  public static final int EXIT_CODE = 75;

  private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(20);

  private Lifeline() {}

  /// Starts to watch when the parent asked for it with [#PROPERTY]; returns at once either way.
  public static void follow() {
    if (Boolean.getBoolean(PROPERTY)) {
      start("lifeline", () -> endAfter(System.in));
    }
  }

  private static void endAfter(InputStream parent) {
    try {
      parent.transferTo(OutputStream.nullOutputStream());
      System.err.println("The parent process is gone: ending.");
    } catch (IOException e) {
      System.err.println("The parent process cannot be watched any more: ending. " + e);
    }
    start("lifeline-limit", Lifeline::haltLate);
    System.exit(EXIT_CODE);
  }

  /// Shutdown hooks may hang on a server that is itself gone.
  private static void haltLate() {
    try {
      Thread.sleep(SHUTDOWN_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  private static void start(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }
}
