package dev.broadsheet.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What identifies a process that was started in a folder.
///
/// A process id alone does not: the system gives it to another process once this one is gone. The
/// token is on the command line of ours and nobody else's; the start instant tells processes apart
/// where a command line cannot be read.
///
/// @param name the process's name in its folder
/// @param pid the process id
/// @param startedAt when the system started it
/// @param token a random word that is part of its command line
/// @param lifecycle when it is to end
/// @param owner the id of the process that started it
record RunRecord(
    String name, long pid, Instant startedAt, String token, Lifecycle lifecycle, long owner) {
  /// The system derives start instants from a clock that is set in whole seconds.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /// The recorded process, if it lives.
  Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
  }

  /// Whether this process, which lives, should have ended with its owner and is about to.
  boolean isOrphan(ProcessHandle found) {
    return lifecycle == Lifecycle.OWNED
        && found.parent().map(ProcessHandle::pid).filter(pid -> pid == owner).isEmpty();
  }

  private boolean isSame(ProcessHandle handle) {
    var info = handle.info();
    return info.commandLine()
        .map(line -> line.contains(token))
        .or(() -> info.startInstant().map(this::isClose))
        .orElse(false);
  }

  private boolean isClose(Instant instant) {
    return Duration.between(startedAt, instant).abs().compareTo(TOLERANCE) <= 0;
  }
}
