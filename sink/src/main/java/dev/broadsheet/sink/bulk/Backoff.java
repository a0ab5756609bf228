package dev.broadsheet.sink.bulk;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Waiting times between tries: full jitter, that is anything from nearly nothing to a bound that
/// doubles with each try up to a cap, so that clients that failed together do not return together.
public final class Backoff {
  private static final long BASE_NANOS = Duration.ofMillis(250).toNanos();
  private static final long FLOOR_NANOS = Duration.ofMillis(50).toNanos();
  private static final int MAX_DOUBLINGS = 20;

  /// Asking a server whether it is back costs it next to nothing, so that nobody need wait longer.
  private static final Duration ABSENCE_CAP = Duration.ofSeconds(2);

  private final long capNanos;
  private final RandomGenerator random;

  public Backoff(Duration cap, RandomGenerator random) {
    this.capNanos = Math.max(cap.toNanos(), FLOOR_NANOS + 1);
    this.random = random;
  }

  /// For a server that does not answer at all, in contrast to one that refuses: two seconds at
  /// most, so that work goes on as soon as it is back.
  public static Backoff whileAway(Duration cap, RandomGenerator random) {
    return new Backoff(cap.compareTo(ABSENCE_CAP) < 0 ? cap : ABSENCE_CAP, random);
  }

  /// Nanoseconds to wait after try number `attempt`, from 1.
  public long nanos(int attempt) {
    long bound = BASE_NANOS << Math.clamp(attempt - 1, 0, MAX_DOUBLINGS);
    return random.nextLong(FLOOR_NANOS, Math.max(FLOOR_NANOS + 1, Math.min(bound, capNanos)) + 1);
  }
}
