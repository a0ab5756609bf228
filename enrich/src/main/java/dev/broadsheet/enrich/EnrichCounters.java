package dev.broadsheet.enrich;

import dev.broadsheet.contract.RejectReason;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/// Every record read ends in exactly one of these: read = replaced + repeated + stale +
/// dead-lettered. Written by stream threads, read by any.
final class EnrichCounters {
  private final LongAdder replaced = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder stale = new LongAdder();
  private final LongAdder deadLettered = new LongAdder();
  private final LongAdder documents = new LongAdder();
  private final AtomicLongArray reasons = new AtomicLongArray(RejectReason.values().length);

  /// Totals since the start.
  record Totals(long replaced, long repeated, long stale, long deadLettered, long documents) {
    long read() {
      return replaced + repeated + stale + deadLettered;
    }
  }

  void replaced(int forwarded) {
    replaced.increment();
    documents.add(forwarded);
  }

  void repeated() {
    repeated.increment();
  }

  void stale() {
    stale.increment();
  }

  void deadLettered(RejectReason reason) {
    reasons.incrementAndGet(reason.ordinal());
    deadLettered.increment();
  }

  /// Dead letters for one reason.
  long deadLettersFor(RejectReason reason) {
    return reasons.get(reason.ordinal());
  }

  Totals totals() {
    return new Totals(
        replaced.sum(), repeated.sum(), stale.sum(), deadLettered.sum(), documents.sum());
  }
}
