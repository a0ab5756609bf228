package dev.broadsheet.ingest.poll;

import java.time.Duration;

/// Lets time pass.
@FunctionalInterface
interface Pause {
  /// Returns after that time.
  void pause(Duration time) throws InterruptedException;
}
