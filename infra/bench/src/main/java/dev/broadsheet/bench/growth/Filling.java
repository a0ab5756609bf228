package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.load.Backlog;
import dev.broadsheet.bench.run.ArticleIndex;
import dev.broadsheet.bench.run.Site;
import dev.broadsheet.bench.run.Snapshot;
import java.time.Duration;

/// An index that stages fill as soon as a backlog is released.
record Filling(Site site, ArticleIndex index) {
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /// Makes the index anew and empty. It is refreshed every second, as one is that somebody reads.
  void empty() {
    index.create();
    index.refreshEverySecond();
  }

  /// Releases the backlog, and measures until all of its documents are searchable and merged.
  Stretch measure(Backlog backlog, long documents) throws InterruptedException {
    long before = index.indexed();
    long merged = index.merged();
    Snapshot start = site.look();
    backlog.release();
    await(before + documents);
    index.settle();
    return new Stretch(before, documents, site.look().since(start), index.merged() - merged);
  }

  private void await(long documents) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (index.indexed() < documents) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%d of %d documents in %s: see the logs"
                .formatted(index.indexed(), documents, index.alias()));
      }
      Thread.sleep(LOOK_EVERY);
    }
  }
}
