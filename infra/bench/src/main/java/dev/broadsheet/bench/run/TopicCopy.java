package dev.broadsheet.bench.run;

import dev.broadsheet.bench.load.Documents;
import dev.broadsheet.bench.load.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The documents that all ways load: a topic of their own with the records that `enrich` wrote, and
/// a file.
final class TopicCopy {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int GROUP_TRIES = 50;
  private static final int GROUP_PAUSE_MS = 200;

  private final String bootstrap;

  TopicCopy(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /// What was copied.
  record Copied(long documents, long bytes) {}

  /// Copies so many records.
  Copied copy(String from, String to, long documents, Path file) throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    long copied = 0;
    long bytes = 0;
    try (var reader = new Reader(bootstrap, from, "bench-copy");
        var producer = new KafkaProducer<>(producing(), serializer(), serializer());
        var out = new Documents.Writer(file)) {
      while (copied < documents) {
        for (ConsumerRecord<byte[], byte[]> record : reader.next()) {
          producer.send(
              new ProducerRecord<>(
                  to, record.partition(), null, record.key(), record.value(), record.headers()));
          out.add(record.key(), record.value());
          copied++;
          bytes += record.value().length;
        }
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "%d of %d records in %s".formatted(copied, documents, from));
        }
      }
      producer.flush();
    }
    return new Copied(copied, bytes);
  }

  private static ByteArraySerializer serializer() {
    return new ByteArraySerializer();
  }

  /// As `enrich` writes them.
  private Map<String, Object> producing() {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4",
        ProducerConfig.LINGER_MS_CONFIG,
        20,
        ProducerConfig.BATCH_SIZE_CONFIG,
        256 * 1024);
  }

  /// Forgets how far a group has read, so that its next member begins at the beginning.
  void forget(String group) throws InterruptedException {
    try (var admin =
        Admin.create(
            Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
      for (int i = 1; true; i++) {
        try {
          admin.deleteConsumerGroups(List.of(group)).all().get(10, TimeUnit.SECONDS);
          return;
        } catch (ExecutionException | TimeoutException e) {
          // Until its last member has left, the group cannot be deleted.
          if (i == GROUP_TRIES) {
            throw new IllegalStateException("group %s cannot be deleted".formatted(group), e);
          }
          Thread.sleep(GROUP_PAUSE_MS);
        }
      }
    }
  }
}
