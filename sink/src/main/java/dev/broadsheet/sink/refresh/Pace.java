package dev.broadsheet.sink.refresh;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Tells a backfill from daily work by how many articles come: a backfill begins with 1,500 within
/// five seconds and ends with fewer than 500 within as many. Far between the two bounds lies
/// nothing that daily work does for long. For one thread.
final class Pace {
  private static final long WINDOW_NANOS = Duration.ofSeconds(5).toNanos();
  private static final double BEGIN = 1_500;
  private static final double END = 500;

  private record Look(long nanos, long articles) {}

  private final Deque<Look> looks = new ArrayDeque<>();
  private boolean backfill;

  /// Whether a backfill is under way.
  ///
  /// @param articles that one sink has indexed so far
  /// @param share of all partitions that is read by that sink, above 0 and at most 1
  boolean isBackfill(long nanos, long articles, double share) {
    looks.addLast(new Look(nanos, articles));
    while (nanos - looks.getFirst().nanos() > WINDOW_NANOS) {
      looks.removeFirst();
    }
    double lately = (articles - looks.getFirst().articles()) / share;
    backfill = lately >= (backfill ? END : BEGIN);
    return backfill;
  }

  /// Begins anew, with daily work.
  void forget() {
    looks.clear();
    backfill = false;
  }
}
