package dev.broadsheet.sink;

import java.util.concurrent.atomic.AtomicLong;

/// What became of the records, in numbers. The owner thread counts, any thread may read.
///
/// At any time when the owner thread is between two steps,
/// `read = indexed + superseded + dead-lettered + handed over + pending`, where handed over are
/// records of partitions that went to another instance before they had an outcome here.
public final class SinkCounters {
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong indexed = new AtomicLong();
  private final AtomicLong superseded = new AtomicLong();
  private final AtomicLong deadLettered = new AtomicLong();
  private final AtomicLong handedOver = new AtomicLong();

  /// The numbers at one time.
  public record Totals(
      long read, long indexed, long superseded, long deadLettered, long handedOver) {
    /// Records that are read and have no outcome yet.
    public long pending() {
      return read - indexed - superseded - deadLettered - handedOver;
    }
  }

  /// The numbers now.
  public Totals totals() {
    // Read last, so that pending is never negative.
    long indexedNow = indexed.get();
    long supersededNow = superseded.get();
    long deadLetteredNow = deadLettered.get();
    long handedOverNow = handedOver.get();
    return new Totals(read.get(), indexedNow, supersededNow, deadLetteredNow, handedOverNow);
  }

  void read() {
    read.incrementAndGet();
  }

  void indexed() {
    indexed.incrementAndGet();
  }

  void superseded() {
    superseded.incrementAndGet();
  }

  void deadLettered() {
    deadLettered.incrementAndGet();
  }

  void handedOver(int records) {
    handedOver.addAndGet(records);
  }
}
