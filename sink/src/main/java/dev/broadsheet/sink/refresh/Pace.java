package dev.broadsheet.sink.refresh;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Tells a backfill from daily work by how many articles come: a backfill begins with 1,500 within
/// five seconds, and is over when there were fewer than 500 within five seconds for ten seconds.
/// Daily work stays far below the first, and no node is so slow that it answers nothing for the
/// last. For one thread.
final class Pace {
  private static final long WINDOW_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();
  private static final double BEGIN = 1_500;
  private static final double END = 500;

  /// @param load articles of all partitions, reckoned from those of one sink
  private record Look(long nanos, double load) {}

  /// The oldest is as old as the window or a little older.
  private final Deque<Look> looks = new ArrayDeque<>();

  private long lastArticles;
  private double load;
  private boolean backfill;
  private long lastBusy;

  /// Begins anew, with daily work.
  ///
  /// @param articles that one sink has indexed so far
  void begin(long nanos, long articles) {
    looks.clear();
    lastArticles = articles;
    backfill = false;
    looks.addLast(new Look(nanos, load));
  }

  /// Whether a backfill is under way; asked about once a second.
  ///
  /// @param articles that one sink has indexed so far
  /// @param share of all partitions that is read by that sink, above 0 and at most 1
  boolean isBackfill(long nanos, long articles, double share) {
    load += (articles - lastArticles) / share;
    lastArticles = articles;
    looks.addLast(new Look(nanos, load));
    Look oldest = looks.removeFirst();
    while (nanos - looks.getFirst().nanos() >= WINDOW_NANOS) {
      oldest = looks.removeFirst();
    }
    looks.addFirst(oldest);
    double lately = load - oldest.load();
    if (lately >= (backfill ? END : BEGIN)) {
      backfill = true;
      lastBusy = nanos;
    } else {
      backfill &= nanos - lastBusy < QUIET_NANOS;
    }
    return backfill;
  }
}
