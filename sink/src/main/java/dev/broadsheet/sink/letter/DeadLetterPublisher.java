package dev.broadsheet.sink.letter;

import dev.broadsheet.contract.DeadLetters;
import dev.broadsheet.sink.bulk.Backoff;
import dev.broadsheet.sink.bulk.Display;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import dev.broadsheet.sink.bulk.TrackedRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes dead letters and says of each, once, when the topic has acknowledged it.
///
/// A letter that cannot be written is tried for ever. Meanwhile one letter at a time is tried, and
/// the partitions that have letters here count as stopped ([#stopped]). The producer's thread only
/// puts acknowledgements into a queue; all else is done by the owner thread.
public final class DeadLetterPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterPublisher.class);
  private static final String STAGE = "sink";

  // So few that the producer's buffer never fills: sending would block the owner thread.
  private static final int MAX_UNACKNOWLEDGED = 32;

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final Backoff backoff;
  private final LongSupplier nanoClock;
  private final BiConsumer<TrackedRecord, Rejected> acknowledged;
  private final Deque<Letter> outbox = new ArrayDeque<>();
  private final Set<Letter> unacknowledged = new HashSet<>();
  private final Queue<Ack> acks = new ConcurrentLinkedQueue<>();
  private int failures;
  private long retryAt;

  public DeadLetterPublisher(
      Producer<byte[], byte[]> producer,
      String topic,
      Backoff backoff,
      LongSupplier nanoClock,
      BiConsumer<TrackedRecord, Rejected> acknowledged) {
    this.producer = producer;
    this.topic = topic;
    this.backoff = backoff;
    this.nanoClock = nanoClock;
    this.acknowledged = acknowledged;
  }

  private record Letter(TrackedRecord record, Rejected rejected, boolean bare) {}

  private record Ack(Letter letter, @Nullable Exception failure) {}

  /// Takes over a record that is to be dead-lettered.
  public void publish(TrackedRecord record, Rejected rejected) {
    outbox.add(new Letter(record, rejected, false));
  }

  /// Takes acknowledgements in and sends what is due. Waits only for the topic's metadata, and
  /// only as long as the producer's `max.block.ms`.
  public void advance() {
    takeAcks();
    while (!outbox.isEmpty() && maySend()) {
      Letter letter = outbox.remove();
      if (!letter.record().ledger().forgotten()) {
        send(letter);
        // A send that fails at once has waited for metadata: the others must not wait as well.
        takeAcks();
      }
    }
  }

  private boolean maySend() {
    return failures == 0
        ? unacknowledged.size() < MAX_UNACKNOWLEDGED
        : unacknowledged.isEmpty() && nanoClock.getAsLong() - retryAt >= 0;
  }

  private void takeAcks() {
    for (Ack ack = acks.poll(); ack != null; ack = acks.poll()) {
      take(ack);
    }
  }

  /// The partitions that have a letter while letters cannot be written.
  public Set<TopicPartition> stopped() {
    Set<TopicPartition> stopped = new HashSet<>();
    if (failures > 0) {
      outbox.forEach(letter -> stopped.add(partition(letter)));
      unacknowledged.forEach(letter -> stopped.add(partition(letter)));
    }
    return stopped;
  }

  /// How many letters are not acknowledged.
  public int pending() {
    return outbox.size() + unacknowledged.size();
  }

  /// Whether letters cannot be written at the moment.
  public boolean failing() {
    return failures > 0;
  }

  private void send(Letter letter) {
    unacknowledged.add(letter);
    var _ = producer.send(record(letter), (_, failure) -> acks.add(new Ack(letter, failure)));
  }

  private ProducerRecord<byte[], byte[]> record(Letter letter) {
    Rejected rejected = letter.rejected();
    ProducerRecord<byte[], byte[]> record =
        DeadLetters.of(
            topic,
            letter.record().source(),
            new DeadLetters.Cause(
                STAGE,
                rejected.reason(),
                Display.safe(rejected.detail()),
                Display.safe(rejected.type())));
    return letter.bare() ? DeadLetters.bare(record) : record;
  }

  private void take(Ack ack) {
    Letter letter = ack.letter();
    unacknowledged.remove(letter);
    switch (ack.failure()) {
      case null -> {
        failures = 0;
        acknowledged.accept(letter.record(), letter.rejected());
      }
      case RecordTooLargeException _ when !letter.bare() ->
          outbox.addFirst(new Letter(letter.record(), letter.rejected(), true));
      case Exception failure -> {
        outbox.addFirst(letter);
        failures++;
        retryAt = nanoClock.getAsLong() + backoff.nanos(failures);
        warn(letter, failure);
      }
    }
  }

  private void warn(Letter letter, Exception failure) {
    LOG.atWarn()
        .addKeyValue("topic", topic)
        .addKeyValue("partition", letter.record().source().partition())
        .addKeyValue("offset", letter.record().source().offset())
        .addKeyValue("attempt", failures)
        .addKeyValue("reason", failure.getClass().getSimpleName())
        .log("Dead letter could not be written; its partition stops until it is");
  }

  private static TopicPartition partition(Letter letter) {
    return new TopicPartition(
        letter.record().source().topic(), letter.record().source().partition());
  }
}
