package dev.broadsheet.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A Java process of ours: a server of the stack, or one of the pipeline's stages.
///
/// An owned process ends when its parent ends and also when this object is no longer reachable in
/// it. Calls may come from any thread, one at a time.
public final class ServerProcess implements AutoCloseable {
  private static final Duration CHECK_INTERVAL = Duration.ofMillis(50);
  private static final int SHOWN_LINES = 15;

  private final ProcessSpec spec;
  private final RunFolder folder;
  private ProcessHandle handle;
  private Instant launchedAt;

  /// Holds the pipe that an owned process watches. The system closes it when nothing refers to it.
  @SuppressWarnings("UnusedVariable") // Being reachable is its use.
  private @Nullable Process pipe;

  private ServerProcess(ProcessSpec spec) {
    this.spec = spec;
    this.folder = new RunFolder(spec.folder());
    var process = launch();
    this.pipe = process;
    this.handle = process.toHandle();
    this.launchedAt = Instant.now();
  }

  private ServerProcess(ProcessSpec spec, ProcessHandle handle) {
    this.spec = spec;
    this.folder = new RunFolder(spec.folder());
    this.handle = handle;
    this.launchedAt = handle.info().startInstant().orElseGet(Instant::now);
  }

  /// Starts a process and waits until it is ready.
  ///
  /// @throws ServerStartException if it is running already in that folder, cannot be started, ends
  ///     or does not become ready in time; what was started is ended again
  public static ServerProcess start(ProcessSpec spec) {
    var process = launch(spec);
    process.awaitReady();
    return process;
  }

  /// Starts a process and does not wait; [#awaitReady()] does.
  ///
  /// @throws ServerStartException if it is running already in that folder or cannot be started
  public static ServerProcess launch(ProcessSpec spec) {
    refuseSecond(spec);
    return new ServerProcess(spec);
  }

  /// The running process that was started under this name in this folder, if it lives. The rest of
  /// the specification is used when it is restarted.
  public static Optional<ServerProcess> attach(ProcessSpec spec) {
    return new RunFolder(spec.folder())
        .record(spec.name())
        .flatMap(RunRecord::find)
        .map(found -> new ServerProcess(spec, found));
  }

  /// Ends the process that was started under this name in this folder, whoever started it.
  ///
  /// @return whether there was one
  public static boolean stop(Path folder, String name) {
    var records = new RunFolder(folder);
    var found = records.record(name).flatMap(RunRecord::find);
    found.ifPresent(Ending::ask);
    records.delete(name);
    return found.isPresent();
  }

  /// The id of the process that was started under this name in this folder, if it lives.
  public static OptionalLong find(Path folder, String name) {
    return new RunFolder(folder)
        .record(name)
        .flatMap(RunRecord::find)
        .map(handle -> OptionalLong.of(handle.pid()))
        .orElseGet(OptionalLong::empty);
  }

  /// The id of the process that runs, or ran last.
  public long pid() {
    return handle.pid();
  }

  /// The name in its folder.
  public String name() {
    return spec.name();
  }

  /// The file that gets its standard output and standard error.
  public Path log() {
    return spec.log();
  }

  /// Whether the process exists; it may not be ready.
  public boolean isAlive() {
    return handle.isAlive();
  }

  /// Whether the process exists and answers as it should; asks it, so it may take a second or two.
  public boolean isReady() {
    return isAlive() && spec.readiness().check().getAsBoolean();
  }

  /// Waits until the process is ready.
  ///
  /// @throws ServerStartException if it ends or its time is over; it is killed then
  public void awaitReady() {
    var limit = launchedAt.plus(spec.readiness().limit());
    while (!isReady()) {
      if (!isAlive()) {
        throw failure("ended before it was ready");
      }
      if (Instant.now().isAfter(limit)) {
        kill();
        throw failure("was not ready within " + spec.readiness().limit().toSeconds() + " s");
      }
      pause();
    }
  }

  /// Ends the process at once, as `kill -9` does, and waits until it is gone.
  public void kill() {
    Ending.force(handle);
  }

  /// Asks the process to end, waits, and kills it after 25 s.
  public void stop() {
    Ending.ask(handle);
    folder.delete(spec.name());
  }

  /// Ends the process if it lives, starts it again as before, and waits until it is ready.
  ///
  /// @throws ServerStartException as [#start]
  public void restart() {
    stop();
    var process = launch();
    pipe = process;
    handle = process.toHandle();
    launchedAt = Instant.now();
    awaitReady();
  }

  /// Stops the process in its tracks, as `kill -STOP` does, within moments; its connections stay
  /// open.
  public void suspend() {
    Signal.STOP.send(handle);
  }

  /// Lets a suspended process go on.
  public void resume() {
    Signal.CONTINUE.send(handle);
  }

  /// Stops an owned process; leaves a detached one alone.
  @Override
  public void close() {
    if (spec.lifecycle() == Lifecycle.OWNED) {
      stop();
    }
  }

  @Override
  public String toString() {
    return spec.name() + " (process " + pid() + (isAlive() ? ")" : ", ended)");
  }

  private Process launch() {
    String token = UUID.randomUUID().toString();
    var process = Launcher.launch(spec, token);
    var startedAt = process.info().startInstant().orElseGet(Instant::now);
    folder.write(
        spec.name(),
        new RunRecord(
            spec.name(),
            process.pid(),
            startedAt,
            token,
            spec.lifecycle(),
            ProcessHandle.current().pid()));
    return process;
  }

  private static void refuseSecond(ProcessSpec spec) {
    var entry = new RunFolder(spec.folder()).record(spec.name());
    var found = entry.flatMap(RunRecord::find);
    if (found.isEmpty()) {
      return;
    }
    if (entry.get().isOrphan(found.get())) {
      Ending.ask(found.get());
    } else {
      throw new ServerStartException(
          "The %s is running already in %s as process %d"
              .formatted(spec.name(), spec.folder(), found.get().pid()));
    }
  }

  private void pause() {
    try {
      Thread.sleep(CHECK_INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
      throw new ServerStartException("Interrupted while the " + name() + " was starting", e);
    }
  }

  private ServerStartException failure(String what) {
    folder.delete(spec.name());
    return new ServerStartException(
        "The %s %s. Its log is %s and ends with:%n%s"
            .formatted(
                spec.name(),
                what,
                log(),
                String.join(System.lineSeparator(), new LogFile(log()).tail(SHOWN_LINES))));
  }
}
