package dev.broadsheet.sink.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.sink.bulk.Backoff;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import dev.broadsheet.sink.bulk.Records;
import dev.broadsheet.sink.bulk.TrackedRecord;
import dev.broadsheet.sink.offset.OffsetLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLetterPublisherTest {
  private static final Rejected REJECTED =
      new Rejected(RejectReason.MAPPING, "document_parsing_exception", "field\n[x]");

  private boolean failsAtOnce;
  private int sends;
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
        @Override
        public synchronized Future<RecordMetadata> send(
            ProducerRecord<byte[], byte[]> record, Callback callback) {
          sends++;
          Future<RecordMetadata> sent = super.send(record, callback);
          if (failsAtOnce) {
            errorNext(new TimeoutException("no metadata"));
          }
          return sent;
        }
      };
  private final List<Long> acknowledged = new ArrayList<>();
  private final OffsetLedger ledger = new OffsetLedger();
  private long now;
  private final DeadLetterPublisher letters =
      new DeadLetterPublisher(
          producer,
          "broadsheet.articles.dlq",
          new Backoff(Duration.ofSeconds(30), new Random(5)),
          () -> now,
          (record, _) -> acknowledged.add(record.source().offset()));

  private void publish(long offset) {
    ledger.read(offset);
    letters.publish(
        new TrackedRecord(Records.record(offset, "a/b#" + (offset + 1), 1), ledger), REJECTED);
    letters.advance();
  }

  private String header(ProducerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  @Test
  void carriesTheRecordAndWhereItFailed() {
    publish(7);

    ProducerRecord<byte[], byte[]> letter = producer.history().getFirst();
    assertThat(letter.topic()).isEqualTo("broadsheet.articles.dlq");
    assertThat(letter.key()).isEqualTo("a/b#8".getBytes(UTF_8));
    assertThat(letter.value()).isEqualTo(Records.document("a/b#8", 1, "s1"));
    assertThat(header(letter, HeaderNames.REVISION)).isEqualTo("1");
    assertThat(header(letter, HeaderNames.DLQ_STAGE)).isEqualTo("sink");
    assertThat(header(letter, HeaderNames.DLQ_REASON)).isEqualTo("mapping");
    assertThat(header(letter, HeaderNames.DLQ_EXCEPTION)).isEqualTo("document_parsing_exception");
    assertThat(header(letter, HeaderNames.DLQ_MESSAGE)).isEqualTo("field?[x]");
    assertThat(header(letter, HeaderNames.DLQ_TOPIC)).isEqualTo("broadsheet.articles");
    assertThat(header(letter, HeaderNames.DLQ_OFFSET)).isEqualTo("7");
  }

  @Test
  void waitsForTheAcknowledgement() {
    publish(7);
    letters.advance();
    assertThat(acknowledged).isEmpty();
    assertThat(letters.pending()).isEqualTo(1);

    producer.completeNext();
    letters.advance();

    assertThat(acknowledged).containsExactly(7L);
    assertThat(letters.pending()).isZero();
  }

  @Test
  void stopsThePartitionWhileALetterCannotBeWritten() {
    publish(1);
    producer.errorNext(new TimeoutException("no leader"));
    letters.advance();
    assertThat(letters.stopped()).containsExactly(new TopicPartition(Records.TOPIC, 0));

    now += Duration.ofSeconds(30).toNanos();
    letters.advance();
    assertThat(letters.stopped()).containsExactly(new TopicPartition(Records.TOPIC, 0));
    producer.completeNext();
    letters.advance();

    assertThat(acknowledged).containsExactly(1L);
    assertThat(letters.stopped()).isEmpty();
  }

  @Test
  void triesOneLetterAtATimeWhileTheyFail() {
    for (int offset = 0; offset < 10; offset++) {
      publish(offset);
    }
    for (int i = 0; i < 10; i++) {
      producer.errorNext(new TimeoutException("no leader"));
    }
    letters.advance();
    now += Duration.ofMinutes(1).toNanos();

    letters.advance();

    assertThat(producer.history()).hasSize(11);
    for (int i = 0; i < 20 && letters.pending() > 0; i++) {
      producer.completeNext();
      letters.advance();
    }
    assertThat(acknowledged).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  @Test
  void waitsForMetadataOnlyOnceWhenSendingFailsAtOnce() {
    for (int offset = 0; offset < 5; offset++) {
      ledger.read(offset);
      letters.publish(
          new TrackedRecord(Records.record(offset, "a/b#" + (offset + 1), 1), ledger), REJECTED);
    }
    failsAtOnce = true;

    letters.advance();

    assertThat(sends).isEqualTo(1);
    assertThat(letters.pending()).isEqualTo(5);
  }

  @Test
  void sendsSizeAndHashWhenTheTopicRefusesTheValue() {
    publish(1);
    producer.errorNext(new RecordTooLargeException("too large"));

    letters.advance();

    ProducerRecord<byte[], byte[]> bare = producer.history().getLast();
    assertThat(bare.value()).isNull();
    assertThat(bare.key()).isEqualTo("a/b#2".getBytes(UTF_8));
    assertThat(header(bare, HeaderNames.DLQ_REASON)).isEqualTo("mapping");
    assertThat(header(bare, HeaderNames.DLQ_VALUE_BYTES))
        .isEqualTo(Integer.toString(Records.document("a/b#2", 1, "s1").length));
    assertThat(header(bare, HeaderNames.DLQ_VALUE_SHA256)).hasSize(64);
    assertThat(bare.headers().lastHeader(HeaderNames.REVISION)).isNull();
  }

  @Test
  void dropsLettersOfAPartitionThatWasGivenUp() {
    publish(1);
    producer.errorNext(new TimeoutException("no leader"));
    letters.advance();

    ledger.forget();
    now += Duration.ofMinutes(1).toNanos();
    letters.advance();

    assertThat(producer.history()).hasSize(1);
    assertThat(letters.pending()).isZero();
  }
}
