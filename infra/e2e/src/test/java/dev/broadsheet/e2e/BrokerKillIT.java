package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
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

  private static final int COMMITS = 20;

  @TempDir private Path folder;

  @Test
  void everyTransactionThatIsCommittedIsReadAfterwards() throws Exception {
    try (Stack stack = Stack.start(StackConfig.of(folder.resolve("data")))) {
      try (var admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
        admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
      }
      long committed = 0;
      for (int i = 1; i <= KILLS; i++) {
        committed += commitAndKill(stack);
        stack.broker().restart();

        assertThat(read(stack)).as("records after kill %d", i).isEqualTo(committed);
      }
    }
  }

  /// The answer to the last commit is there as soon as it is decided; its marker follows.
  private static int commitAndKill(Stack stack) {
    var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers", stack.bootstrapServers(), "transactional.id", "writer"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    for (int i = 0; i < COMMITS; i++) {
      producer.beginTransaction();
      var _ = producer.send(new ProducerRecord<>("t", new byte[] {1}));
      producer.commitTransaction();
    }
    stack.broker().kill();
    producer.close(Duration.ZERO);
    return COMMITS;
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
