package dev.broadsheet.cli;

import dev.broadsheet.stack.lifeline.Lifeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a stage in the foreground needs around it: an orderly end on SIGTERM and Ctrl-C, and a sign
/// that it is ready.
final class StageRun {
  private static final long END_LIMIT_SECONDS = 30;

  @Option(
      names = "--ready-file",
      hidden = true,
      paramLabel = "FILE",
      description = "file to write when the stage is ready")
  private @Nullable Path readyFile;

  private final CountDownLatch ended = new CountDownLatch(1);

  /// Begins: a stage that somebody owns ends with its owner.
  void begin() {
    Lifeline.follow();
  }

  /// Runs `stop` when the process is asked to end, and keeps it from ending before [#ended].
  void onStop(Runnable stop) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.run();
                  awaitEnd();
                },
                "stop"));
  }

  /// Tells whoever started the process that the stage does its work.
  void ready() {
    ready(Long.toString(ProcessHandle.current().pid()));
  }

  /// The same, and tells it something; it never sees half of that.
  void ready(String told) {
    if (readyFile != null) {
      try {
        Path folder = Files.createDirectories(readyFile.toAbsolutePath().getParent());
        Path written = Files.writeString(folder.resolve(readyFile.getFileName() + ".new"), told);
        Files.move(written, readyFile, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The stage has ended in order.
  void ended() {
    ended.countDown();
  }

  private void awaitEnd() {
    try {
      if (!ended.await(END_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("broadsheet: the stage did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
