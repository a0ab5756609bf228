package dev.broadsheet.stack;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How processes are ended; each call returns when the process is gone.
final class Ending {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

  private Ending() {}

  /// Asks it to end, and forces it after 25 s.
  static void ask(ProcessHandle handle) {
    if (handle.destroy()) {
      // A suspended process takes no notice until it goes on; one that is gone already may not
      // care.
      boolean _ = Signal.CONTINUE.reaches(handle);
    }
    if (!await(handle, STOP_LIMIT)) {
      force(handle);
    }
  }

  /// Ends it at once, as `kill -9` does.
  static void force(ProcessHandle handle) {
    handle.destroyForcibly();
    await(handle, KILL_LIMIT);
  }

  private static boolean await(ProcessHandle handle, Duration limit) {
    try {
      handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !handle.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
