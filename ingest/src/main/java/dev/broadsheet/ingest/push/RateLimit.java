package dev.broadsheet.ingest.push;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How many requests a client may make: a burst, which fills up again at a steady rate. Safe for
/// any number of threads.
final class RateLimit {
  /// Clients that are remembered; the one that was quiet for longest is forgotten first.
  private static final int CLIENTS = 10_000;

  private static final double NANOS = 1e9;

  private static final class Bucket {
    private double left;
    private long at;

    Bucket(double left, long at) {
      this.left = left;
      this.at = at;
    }
  }

  private final double rate;
  private final int burst;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > CLIENTS;
        }
      };

  /// @param rate requests a second
  /// @param burst requests at once
  /// @param nanoTime a clock as [System#nanoTime]
  RateLimit(int rate, int burst, LongSupplier nanoTime) {
    this.rate = rate;
    this.burst = burst;
    this.nanoTime = nanoTime;
  }

  /// Takes a request into account.
  ///
  /// @return how long the client must wait; zero when it may go on
  synchronized Duration take(String client) {
    long now = nanoTime.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(client, _ -> new Bucket(burst, now));
    bucket.left = Math.min(burst, bucket.left + (now - bucket.at) / NANOS * rate);
    bucket.at = now;
    if (bucket.left >= 1) {
      bucket.left -= 1;
      return Duration.ZERO;
    }
    return Duration.ofNanos((long) Math.ceil((1 - bucket.left) / rate * NANOS));
  }
}
