package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The broker is killed while transactions end: most of the kills meet one that is decided and
/// whose marker is not written yet.
@Tag("stack")
@Tag("long")
@Timeout(900)
class BrokerKillIT {
  private static final int KILLS = Integer.getInteger("kills", 20);
  private static final TopicPartition PARTITION = new TopicPartition("t", 0);

  @TempDir private Path folder;
  private final AtomicLong committed = new AtomicLong();

  @Test
  void everyTransactionThatIsCommittedIsReadAfterwards() throws Exception {
    try (Stack stack = Stack.start(StackConfig.of(folder.resolve("data")))) {
      try (var admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
        admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
      }
      for (int i = 1; i <= KILLS; i++) {
        var over = new AtomicBoolean();
        long before = committed.get();
        Thread writer = Thread.ofPlatform().start(() -> write(stack, over));
        long wanted = before + 20 + i;
        while (committed.get() < wanted && writer.isAlive()) {
          Thread.onSpinWait();
        }
        stack.broker().kill();
        over.set(true);
        stack.broker().restart();
        writer.join();

        assertThat(read(stack))
            .as("records after kill %d", i)
            .isGreaterThanOrEqualTo(committed.get());
      }
    }
  }

  /// Commits one record after the other until the broker is gone.
  private void write(Stack stack, AtomicBoolean over) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                stack.bootstrapServers(),
                "transactional.id",
                "writer",
                "max.block.ms",
                20_000),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      while (!over.get()) {
        producer.beginTransaction();
        var _ = producer.send(new ProducerRecord<>("t", new byte[] {1}));
        producer.commitTransaction();
        committed.incrementAndGet();
      }
    } catch (KafkaException e) {
      System.out.println("The writer ends: " + e.getClass().getSimpleName());
    }
  }

  /// Reads what is committed, to the end of the topic.
  private static long read(Stack stack) {
    try (var consumer =
            new KafkaConsumer<>(
                Map.<String, Object>of(
                    "bootstrap.servers",
                    stack.bootstrapServers(),
                    "isolation.level",
                    "read_committed",
                    "enable.auto.commit",
                    false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var uncommitted =
            new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = uncommitted.endOffsets(List.of(PARTITION)).get(PARTITION);
      long limit = System.nanoTime() + Duration.ofSeconds(40).toNanos();
      long count = 0;
      while (consumer.position(PARTITION) < end) {
        assertThat(System.nanoTime())
            .as("a transaction is open at %d of %d", consumer.position(PARTITION), end)
            .isLessThan(limit);
        count += consumer.poll(Duration.ofMillis(200)).count();
      }
      return count;
    }
  }
}
