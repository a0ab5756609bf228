package dev.broadsheet.ingest.kafka;

import dev.broadsheet.contract.Unreachable;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.errors.InterruptException;

/// The pauses between the attempts at one piece of work: full jitter below a cap that doubles.
public final class Retry {
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration SLICE = Duration.ofMillis(100);

  private final Patience patience;
  private final RandomGenerator random;
  private final long start = System.nanoTime();
  private int attempts;

  public Retry(Patience patience, RandomGenerator random) {
    this.patience = patience;
    this.random = random;
  }

  /// Number of the attempt that comes next, from 1 for the first one after a failure.
  public int attempts() {
    return attempts;
  }

  /// Waits before the next attempt.
  ///
  /// @throws Unreachable `failure`, when there shall be no further attempt
  public void pause(Unreachable failure) {
    long cap = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempts, 20));
    attempts++;
    long end = System.nanoTime() + Duration.ofMillis(random.nextLong(cap / 4, cap + 1)).toNanos();
    do {
      if (patience.stopped().getAsBoolean()
          || System.nanoTime() - start > patience.outage().toNanos()) {
        throw failure;
      }
      sleep(SLICE);
    } while (System.nanoTime() < end);
  }

  public static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
