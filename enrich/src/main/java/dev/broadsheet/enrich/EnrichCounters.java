package dev.broadsheet.enrich;

import dev.broadsheet.contract.RejectReason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Every record read ends in exactly one of these: read = replaced + repeated + stale +
/// dead-lettered. Written by stream threads, read by any.
final class EnrichCounters {
  private final LongAdder replaced = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder stale = new LongAdder();
  private final LongAdder deadLettered = new LongAdder();
  private final LongAdder documents = new LongAdder();
  private final Map<RejectReason, LongAdder> reasons = new ConcurrentHashMap<>();

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
    reasons.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    deadLettered.increment();
  }

  /// Dead letters for one reason.
  long deadLettersFor(RejectReason reason) {
    LongAdder letters = reasons.get(reason);
    return letters == null ? 0 : letters.sum();
  }

  Totals totals() {
    return new Totals(
        replaced.sum(), repeated.sum(), stale.sum(), deadLettered.sum(), documents.sum());
  }
}
