package dev.broadsheet.ingest.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Keeps the distance between two requests to the same host. One thread at a time.
final class Pace {
  /// A site that asks for more is asked again after this.
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Clock clock;
  private final Pause pause;
  private final Map<String, Instant> next = new HashMap<>();

  Pace(Clock clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /// Waits for the turn of a request, and begins the distance to the next.
  void await(String host, Duration distance) throws InterruptedException {
    Instant now = clock.instant();
    Instant turn = next.getOrDefault(host, now);
    if (turn.isAfter(now)) {
      pause.pause(Duration.between(now, turn));
      now = turn;
    }
    next.put(host, now.plus(distance));
  }

  /// Leaves a host alone for a time.
  void rest(String host, Duration time) {
    Instant until = clock.instant().plus(time.compareTo(LONGEST) > 0 ? LONGEST : time);
    next.merge(host, until, (a, b) -> a.isAfter(b) ? a : b);
  }
}
