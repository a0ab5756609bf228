package dev.broadsheet.sink.bulk;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Waiting times between tries: full jitter, that is anything from nearly nothing to a bound that
/// doubles with each try up to a cap, so that clients that failed together do not return together.
public final class Backoff {
  private static final long BASE_NANOS = Duration.ofMillis(250).toNanos();
  private static final long FLOOR_NANOS = Duration.ofMillis(50).toNanos();
  private static final int MAX_DOUBLINGS = 20;

  private final long capNanos;
  private final RandomGenerator random;

  public Backoff(Duration cap, RandomGenerator random) {
    this.capNanos = Math.max(cap.toNanos(), FLOOR_NANOS + 1);
    this.random = random;
  }

  /// Nanoseconds to wait after try number `attempt`, from 1.
  public long nanos(int attempt) {
    long bound = BASE_NANOS << Math.clamp(attempt - 1, 0, MAX_DOUBLINGS);
    return random.nextLong(FLOOR_NANOS, Math.max(FLOOR_NANOS + 1, Math.min(bound, capNanos)) + 1);
  }
}
