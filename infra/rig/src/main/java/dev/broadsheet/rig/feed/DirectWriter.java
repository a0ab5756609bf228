package dev.broadsheet.rig.feed;

import dev.broadsheet.contract.Limits;
import dev.broadsheet.rig.fate.LetterId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Writes records past the door, as another writer or a mistake would. Each is acknowledged before
/// the next, so that their order is known.
final class DirectWriter implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final KafkaProducer<byte[], byte[]> producer;

  DirectWriter(String bootstrap) {
    this.producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.CLIENT_ID_CONFIG,
                "rig-direct",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Limits.MAX_RECORD_BYTES),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /// Writes a record with the rig's header; returns when it is acknowledged.
  void write(ProducerRecord<byte[], byte[]> record, String id) {
    record.headers().add(LetterId.HEADER, id.getBytes(StandardCharsets.UTF_8));
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("record %s was not written".formatted(id), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
