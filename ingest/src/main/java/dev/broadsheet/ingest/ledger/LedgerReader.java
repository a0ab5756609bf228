package dev.broadsheet.ingest.ledger;

import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.Utf8;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Brings the index up to the end of the ledger topic, from wherever it got to last. It outlives
/// the consumers that it reads with. One thread at a time.
final class LedgerReader {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final LedgerIndex index;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private Uuid topicId = Uuid.ZERO_UUID;

  LedgerReader(LedgerIndex index) {
    this.index = index;
  }

  /// Places a new consumer where reading goes on. When the topic is another one of the same name,
  /// everything is read anew.
  void attach(Consumer<byte[], byte[]> consumer, LedgerTopic topic) {
    if (!topic.id().equals(topicId)) {
      restart();
      topicId = topic.id();
    }
    consumer.assign(topic.partitions());
    place(consumer);
  }

  /// Reads up to these ends, waiting for the transactions below them to be over.
  ///
  /// @throws TimeoutException when nothing comes for 15 seconds although there is more
  /// @throws IllegalStateException for a record that is not a ledger entry
  void readTo(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    try {
      advance(consumer, ends);
    } catch (OffsetOutOfRangeException e) {
      restart();
      place(consumer);
      advance(consumer, ends);
    }
  }

  /// The end is reached when the position is: markers of transactions take offsets too, so no
  /// count of records and no offset of a record can tell.
  private void advance(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    long lastProgress = System.nanoTime();
    while (!hasReached(consumer, ends)) {
      var records = consumer.poll(POLL);
      records.forEach(this::apply);
      if (remember(consumer) || !records.isEmpty()) {
        lastProgress = System.nanoTime();
      } else if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
        throw new TimeoutException(
            "the ledger cannot be read to its end %s; a transaction may be open".formatted(ends));
      }
    }
  }

  private boolean hasReached(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  private boolean remember(Consumer<byte[], byte[]> consumer) {
    boolean moved = false;
    for (TopicPartition partition : consumer.assignment()) {
      long position = consumer.position(partition);
      Long before = positions.put(partition, position);
      moved |= before == null || before != position;
    }
    return moved;
  }

  private void place(Consumer<byte[], byte[]> consumer) {
    for (TopicPartition partition : consumer.assignment()) {
      Long position = positions.get(partition);
      if (position == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, position);
      }
    }
  }

  private void restart() {
    index.clear();
    positions.clear();
  }

  /// A record that cannot be read must not be passed over: its issue would start again at revision
  /// 1, which every later stage holds for old.
  private void apply(ConsumerRecord<byte[], byte[]> record) {
    try {
      String key = Utf8.decode(required(record.key()));
      if (record.value() == null) {
        index.forget(key);
      } else {
        index.apply(key, Json.read(record.value(), LedgerEntry.class));
      }
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "the record at offset %d of %s-%d is not a ledger entry; ingest alone may write there"
              .formatted(record.offset(), record.topic(), record.partition()),
          e);
    }
  }

  private static byte[] required(byte @Nullable [] key) {
    if (key == null) {
      throw new IllegalArgumentException("no key");
    }
    return key;
  }
}
