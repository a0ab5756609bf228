package dev.broadsheet.sink;

import dev.broadsheet.sink.bulk.TrackedRecord;
import dev.broadsheet.sink.offset.Assignment;
import dev.broadsheet.sink.offset.OffsetLedger;
import dev.broadsheet.watch.Standing;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the assignment and commits what is settled: about every second, when partitions are
/// revoked, and at the end. Kafka calls the listener's methods from within `poll` and `close`, on
/// the owner thread.
final class Committer implements ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
  private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();
  private static final Duration LIMIT = Duration.ofSeconds(4);

  private final Consumer<byte[], byte[]> consumer;
  private final SinkCounters counters;
  private final LongSupplier nanoClock;
  private final Assignment assignment = new Assignment();
  private long nextCommit;

  /// Written by the owner thread, read by any.
  private volatile List<Standing> standings = List.of();

  Committer(Consumer<byte[], byte[]> consumer, SinkCounters counters, LongSupplier nanoClock) {
    this.consumer = consumer;
    this.counters = counters;
    this.nanoClock = nanoClock;
    this.nextCommit = nanoClock.getAsLong() + EVERY_NANOS;
  }

  /// Takes in a record that was read.
  TrackedRecord read(ConsumerRecord<byte[], byte[]> source) {
    OffsetLedger ledger = assignment.ledger(new TopicPartition(source.topic(), source.partition()));
    ledger.read(source.offset());
    counters.read();
    return new TrackedRecord(source, ledger);
  }

  /// Takes in where reading goes on, which may be behind markers of transactions.
  void readUpTo(Map<TopicPartition, OffsetAndMetadata> nextOffsets) {
    nextOffsets.forEach((partition, next) -> assignment.ledger(partition).readUpTo(next.offset()));
  }

  /// Commits when it is time, without waiting for the answer.
  void advance() {
    long now = nanoClock.getAsLong();
    if (now - nextCommit < 0) {
      return;
    }
    nextCommit = now + EVERY_NANOS;
    standings = assignment.standings(p -> consumer.currentLag(p).orElse(0));
    Map<TopicPartition, OffsetAndMetadata> offsets = assignment.committable();
    if (!offsets.isEmpty()) {
      consumer.commitAsync(
          offsets,
          (committed, failure) -> {
            if (failure == null) {
              assignment.committed(committed);
            } else {
              logFailure(failure);
            }
          });
    }
  }

  /// Commits what is settled and waits for the answer, at most four seconds.
  void commitAndWait() {
    commitAndWait(assignment.committable());
  }

  /// How far each partition was a second ago, or less; for any thread.
  List<Standing> standings() {
    return standings;
  }

  /// How many records are read and not settled.
  int pending() {
    return assignment.pending();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    assignment.assign(partitions);
    LOG.atInfo().addKeyValue("partitions", partitions).log("Partitions assigned");
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    commitAndWait(assignment.committable(partitions));
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    int pending = assignment.forget(partitions);
    counters.handedOver(pending);
    LOG.atInfo()
        .addKeyValue("partitions", partitions)
        .addKeyValue("pending", pending)
        .log("Partitions given up");
  }

  private void commitAndWait(Map<TopicPartition, OffsetAndMetadata> offsets) {
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets, LIMIT);
      assignment.committed(offsets);
    } catch (CommitFailedException | RetriableException e) {
      logFailure(e);
    }
  }

  // Nothing is lost: the next commit holds these offsets too, or they are read again.
  private static void logFailure(Exception failure) {
    LOG.atWarn()
        .addKeyValue("reason", failure.getClass().getSimpleName())
        .log("Offsets were not committed; they are committed later or read again");
  }
}
