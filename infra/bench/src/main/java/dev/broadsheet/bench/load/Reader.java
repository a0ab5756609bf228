package dev.broadsheet.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// A consumer of articles as the sink's, without its promises.
public final class Reader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int FETCH_BYTES = 4 * 1024 * 1024;
  private static final int RECORDS = 500;

  private final KafkaConsumer<byte[], byte[]> consumer;

  /// @param group new for every run, so that it begins at the beginning
  public Reader(String bootstrap, String topic, String group) {
    this.consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(List.of(topic));
  }

  /// The next records; none when nothing came for a moment.
  public ConsumerRecords<byte[], byte[]> next() {
    return consumer.poll(POLL);
  }

  /// Commits all that was read.
  void commit() {
    consumer.commitAsync();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
