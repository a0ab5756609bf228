package dev.broadsheet.ingest.ledger;

import dev.broadsheet.contract.IssueRecords;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.ingest.kafka.Awaited;
import dev.broadsheet.ingest.kafka.ClientSettings;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.watch.Watch;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// One turn as the writer of the topics: from taking the role to the first failure. One thread at
/// a time.
final class LedgerSession implements AutoCloseable {
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final Topics topics;
  private final LedgerTopic ledger;
  private final LedgerReader reader;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Watch.Binding shown;

  private LedgerSession(
      Target target, LedgerReader reader, Admin admin, LedgerTopic ledger, Watch watch) {
    this.topics = target.topics();
    this.reader = reader;
    this.admin = admin;
    this.ledger = ledger;
    this.producer =
        new KafkaProducer<>(
            ClientSettings.producer(target), new ByteArraySerializer(), new ByteArraySerializer());
    this.consumer =
        new KafkaConsumer<>(
            ClientSettings.consumer(target),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.shown = watch.bind(() -> new KafkaClientMetrics(producer));
  }

  /// Takes the role and reads what is new in the ledger.
  ///
  /// @throws KafkaException when Kafka cannot be reached, a topic is missing or the role is taken
  ///     away again
  static LedgerSession open(Target target, LedgerReader reader, Watch watch) {
    var admin = Admin.create(ClientSettings.admin(target));
    LedgerSession session;
    try {
      var ledger = LedgerTopic.describe(admin, target.topics());
      session = new LedgerSession(target, reader, admin, ledger, watch);
    } catch (RuntimeException e) {
      admin.close(Duration.ZERO);
      throw e;
    }
    try {
      session.begin();
    } catch (RuntimeException e) {
      session.abandon();
      throw e;
    }
    return session;
  }

  /// The order matters: only after `initTransactions` is the transaction of any predecessor over,
  /// and only what is read after that is all there is.
  private void begin() {
    producer.initTransactions();
    reader.attach(consumer, ledger);
    catchUp();
  }

  /// Reads what others have committed to the ledger since.
  void catchUp() {
    reader.readTo(consumer, ledger.ends(admin));
  }

  /// Begins a transaction and sends all of it; every single send has succeeded when this returns.
  void send(List<Plan.Write> writes) {
    producer.beginTransaction();
    var sends = new ArrayList<Future<RecordMetadata>>(2 * writes.size());
    for (Plan.Write write : writes) {
      sends.add(producer.send(IssueRecords.write(topics.issues(), write.issue())));
      byte[] key = write.issue().key().getBytes(StandardCharsets.UTF_8);
      byte[] entry = Json.bytes(write.entry());
      sends.add(producer.send(new ProducerRecord<>(topics.ledger(), key, entry)));
    }
    producer.flush();
    sends.forEach(Awaited::of);
  }

  /// Commits what was sent. When this throws, the outcome is unknown.
  void commit() {
    producer.commitTransaction();
  }

  /// Gives the role up in order.
  @Override
  public void close() {
    close(CLOSE);
  }

  /// Drops everything after a failure. The open transaction, if any, is ended by whoever takes the
  /// role next.
  void abandon() {
    close(Duration.ZERO);
  }

  private void close(Duration limit) {
    shown.close();
    producer.close(limit);
    consumer.close(CloseOptions.timeout(limit));
    admin.close(limit);
  }
}
