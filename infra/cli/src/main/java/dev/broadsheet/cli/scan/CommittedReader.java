package dev.broadsheet.cli.scan;

import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.access.KafkaAccess;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Consumers for looking around: of committed records of any size, in no group, without leaving a
/// trace.
public final class CommittedReader {
  private static final int CALL_MS = 10_000;

  private CommittedReader() {}

  /// Opens one; who asks closes it.
  ///
  /// @param client what the broker shall know it by
  public static KafkaConsumer<byte[], byte[]> open(KafkaAccess kafka, String client) {
    return new KafkaConsumer<>(
        kafka.client(
            Map.<String, Object>of(
                ConsumerConfig.CLIENT_ID_CONFIG,
                client,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                Limits.MAX_RECORD_BYTES,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                CALL_MS)),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
