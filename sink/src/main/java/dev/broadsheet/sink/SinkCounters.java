package dev.broadsheet.sink;

import dev.broadsheet.contract.RejectReason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

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
  private final Map<RejectReason, LongAdder> reasons = new ConcurrentHashMap<>();
  private final AtomicLong handedOver = new AtomicLong();
  private final Consumer<ConsumerRecord<byte[], byte[]>> searchable;

  /// Counts, and tells nobody.
  public SinkCounters() {
    this(_ -> {});
  }

  /// @param searchable told of each record that the index has taken, by the owner thread
  SinkCounters(Consumer<ConsumerRecord<byte[], byte[]>> searchable) {
    this.searchable = searchable;
  }

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

  /// Dead letters for one reason.
  public long deadLettersFor(RejectReason reason) {
    LongAdder letters = reasons.get(reason);
    return letters == null ? 0 : letters.sum();
  }

  void read() {
    read.incrementAndGet();
  }

  void indexed(ConsumerRecord<byte[], byte[]> source) {
    indexed.incrementAndGet();
    searchable.accept(source);
  }

  void superseded() {
    superseded.incrementAndGet();
  }

  void deadLettered(RejectReason reason) {
    reasons.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    deadLettered.incrementAndGet();
  }

  void handedOver(int records) {
    handedOver.addAndGet(records);
  }
}
