package dev.broadsheet.sink.letter;

import dev.broadsheet.sink.bulk.Backoff;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import dev.broadsheet.sink.bulk.TrackedRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

/// Writes dead letters and says of each when the topic has acknowledged it.
///
/// A letter that cannot be written is tried for ever, and its partition counts as stopped
/// ([#stopped]) until it is. The producer's thread only puts acknowledgements into a queue; all
/// else is done by the owner thread.
public final class DeadLetterPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterPublisher.class);

  private final Destination destination;
  private final Backoff backoff;
  private final LongSupplier nanoClock;
  private final BiConsumer<TrackedRecord, Rejected> acknowledged;
  private final Queue<Ack> acks = new ConcurrentLinkedQueue<>();
  private final List<Letter> waiting = new ArrayList<>();
  private int sent;

  /// Where letters go.
  ///
  /// @param maxBytes largest record that the topic takes
  public record Destination(
      Producer<byte @Nullable [], byte @Nullable []> producer, String topic, int maxBytes) {}

  public DeadLetterPublisher(
      Destination destination,
      Backoff backoff,
      LongSupplier nanoClock,
      BiConsumer<TrackedRecord, Rejected> acknowledged) {
    this.destination = destination;
    this.backoff = backoff;
    this.nanoClock = nanoClock;
    this.acknowledged = acknowledged;
  }

  private record Letter(
      TrackedRecord record, Rejected rejected, boolean small, int attempt, long due) {}

  private record Ack(Letter letter, @Nullable Exception failure) {}

  /// Sends a letter for `record`.
  public void publish(TrackedRecord record, Rejected rejected) {
    send(new Letter(record, rejected, false, 0, 0));
  }

  /// Takes acknowledgements in, and sends again what failed and is due.
  public void advance() {
    for (Ack ack = acks.poll(); ack != null; ack = acks.poll()) {
      sent--;
      if (ack.failure() == null) {
        acknowledged.accept(ack.letter().record(), ack.letter().rejected());
      } else {
        putBack(ack.letter(), ack.failure());
      }
    }
    long now = nanoClock.getAsLong();
    List<Letter> due =
        waiting.stream().filter(letter -> now - letter.due() >= 0).toList();
    waiting.removeAll(due);
    due.stream().filter(letter -> !letter.record().ledger().forgotten()).forEach(this::send);
  }

  /// The partitions that have a letter that could not be written.
  public Set<TopicPartition> stopped() {
    Set<TopicPartition> stopped = new HashSet<>();
    for (Letter letter : waiting) {
      stopped.add(
          new TopicPartition(
              letter.record().source().topic(), letter.record().source().partition()));
    }
    return stopped;
  }

  /// Whether no letter is unacknowledged.
  public boolean idle() {
    return sent == 0 && waiting.isEmpty();
  }

  /// Whether an acknowledgement is still to come.
  public boolean sending() {
    return sent > 0;
  }

  private void send(Letter letter) {
    var source = letter.record().source();
    ProducerRecord<byte @Nullable [], byte @Nullable []> record =
        letter.small()
            ? DeadLetter.reference(destination.topic(), source, letter.rejected())
            : DeadLetter.of(
                destination.topic(), source, letter.rejected(), destination.maxBytes());
    sent++;
    var _ =
        destination
            .producer()
            .send(record, (_, failure) -> acks.add(new Ack(letter, failure)));
  }

  private void putBack(Letter letter, Exception failure) {
    boolean tooLarge = failure instanceof RecordTooLargeException;
    int attempt = letter.attempt() + 1;
    long due = nanoClock.getAsLong() + (tooLarge ? 0 : backoff.nanos(attempt));
    LOG.atWarn()
        .addKeyValue("topic", destination.topic())
        .addKeyValue("partition", letter.record().source().partition())
        .addKeyValue("offset", letter.record().source().offset())
        .addKeyValue("attempt", attempt)
        .addKeyValue("reason", failure.getClass().getSimpleName())
        .log("Dead letter could not be written; its partition stops until it is");
    waiting.add(
        new Letter(
            letter.record(), letter.rejected(), letter.small() || tooLarge, attempt, due));
  }
}
