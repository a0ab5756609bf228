package dev.broadsheet.sink.offset;

import dev.broadsheet.watch.Standing;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// The ledgers of the partitions that this consumer owns. For the owner thread only.
public final class Assignment {
  private final Map<TopicPartition, OffsetLedger> ledgers = new HashMap<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();

  /// Opens a ledger for each of `partitions`.
  public void assign(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      ledgers.put(partition, new OffsetLedger());
      committed.remove(partition);
    }
  }

  /// Closes the ledgers of `partitions`.
  ///
  /// @return how many records were pending in them
  public int forget(Collection<TopicPartition> partitions) {
    int pending = 0;
    for (TopicPartition partition : partitions) {
      OffsetLedger ledger = ledgers.remove(partition);
      committed.remove(partition);
      if (ledger != null) {
        pending += ledger.pending();
        ledger.forget();
      }
    }
    return pending;
  }

  /// The ledger of a partition that is owned.
  ///
  /// @throws IllegalStateException when it is not owned
  public OffsetLedger ledger(TopicPartition partition) {
    OffsetLedger ledger = ledgers.get(partition);
    if (ledger == null) {
      throw new IllegalStateException("partition %s is not assigned".formatted(partition));
    }
    return ledger;
  }

  /// What may be committed and was not yet, of all partitions.
  public Map<TopicPartition, OffsetAndMetadata> committable() {
    return committable(ledgers.keySet());
  }

  /// What may be committed and was not yet, of those `partitions` that are owned.
  public Map<TopicPartition, OffsetAndMetadata> committable(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (TopicPartition partition : partitions) {
      OffsetLedger ledger = ledgers.get(partition);
      if (ledger != null && ledger.committable() > committed.getOrDefault(partition, -1L)) {
        offsets.put(partition, new OffsetAndMetadata(ledger.committable()));
      }
    }
    return offsets;
  }

  /// Notes that `offsets` are committed.
  public void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach(
        (partition, offset) -> {
          if (ledgers.containsKey(partition)) {
            committed.merge(partition, offset.offset(), Math::max);
          }
        });
  }

  /// How far each partition is: up to which offset everything is settled, and how much is left.
  ///
  /// @param unread records of a partition that are not read yet
  public List<Standing> standings(ToLongFunction<TopicPartition> unread) {
    return ledgers.entrySet().stream()
        .map(
            e ->
                new Standing(
                    e.getKey().toString(),
                    e.getValue().committable(),
                    e.getValue().pending() + unread.applyAsLong(e.getKey())))
        .toList();
  }

  /// How many records are read and not settled.
  public int pending() {
    return ledgers.values().stream().mapToInt(OffsetLedger::pending).sum();
  }
}
