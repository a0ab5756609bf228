package dev.broadsheet.bench.load;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Records that lie in the broker before anybody may read them, in one open transaction: its commit
/// lets warm readers loose on all of them at once. One thread.
public final class Backlog implements AutoCloseable {
  /// The longest that a broker allows.
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final int BATCH_BYTES = 256 * 1024;
  private static final int LINGER_MS = 20;

  private final KafkaProducer<byte[], byte[]> producer;
  private boolean open;

  /// @param transaction its id, of which a broker takes one at a time
  public Backlog(String bootstrap, String transaction) {
    this.producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                transaction,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                (int) LONGEST.toMillis(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                LINGER_MS,
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  /// Sends a record, and does not wait.
  public void add(ProducerRecord<byte[], byte[]> record) {
    if (!open) {
      producer.beginTransaction();
      open = true;
    }
    var _ = producer.send(record);
  }

  /// Waits until the broker has all.
  public void flush() {
    producer.flush();
  }

  /// Lets readers have it.
  public void release() {
    producer.commitTransaction();
    open = false;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
