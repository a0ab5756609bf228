package dev.broadsheet.ingest.kafka;

import static java.util.Map.entry;

import dev.broadsheet.contract.Limits;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/// Properties of the Kafka clients. Every one that the promise rests on is set here, none is left
/// to a default.
public final class ClientSettings {
  /// How long one call waits for an answer; two of them fit the 15 seconds within which a person
  /// is told that Kafka does not answer.
  private static final int REQUEST_MS = 5_000;

  private static final int CALL_MS = 10_000;
  private static final int DELIVERY_MS = 20_000;

  /// Longer than a delivery may take. It also bounds how long the open transaction of a killed
  /// writer hides later records from readers.
  private static final int TRANSACTION_MS = 30_000;

  private static final int BATCH_BYTES = 256 * 1024;
  private static final long BUFFER_BYTES = 3L * Limits.MAX_RECORD_BYTES;

  private ClientSettings() {}

  public static Map<String, Object> producer(Target target) {
    return target
        .kafka()
        .client(
            Map.ofEntries(
                entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, target.transactionalId()),
                entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                entry(ProducerConfig.ACKS_CONFIG, "all"),
                entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.MAX_RECORD_BYTES),
                entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES),
                entry(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES),
                entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, CALL_MS),
                entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS),
                entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, CALL_MS),
                entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS),
                entry(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false)));
  }

  public static Map<String, Object> consumer(Target target) {
    return target
        .kafka()
        .client(
            Map.ofEntries(
                entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"),
                entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000),
                entry(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS),
                entry(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MS),
                entry(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false)));
  }

  public static Map<String, Object> admin(Target target) {
    return target
        .kafka()
        .client(
            Map.ofEntries(
                entry(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS),
                entry(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MS),
                entry(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false)));
  }
}
