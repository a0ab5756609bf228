package dev.broadsheet.ingest;

import dev.broadsheet.contract.IssueRecords;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.topic.TopicInstaller;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// A real broker for all integration tests of this module, and fresh topics for each of them.
public final class Broker {
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private static Stack running;

  private Broker() {}

  /// The stack; its search node is not needed here and rests.
  public static synchronized Stack stack() {
    if (running == null) {
      running = Stack.start(StackConfig.of(Path.of("target", "stack")));
      running.node().stop();
    }
    return running;
  }

  /// Topics of their own for one test.
  public static Target fresh(String test) {
    var target = bare(test);
    TopicInstaller.install(target, 3, 1);
    return target;
  }

  /// A prefix under which there is no topic.
  public static Target bare(String test) {
    String prefix =
        "%s-%d-%d"
            .formatted(
                test.toLowerCase(Locale.ROOT),
                ProcessHandle.current().pid(),
                PREFIXES.incrementAndGet());
    return new Target(stack().bootstrapServers(), new Topics(prefix));
  }

  /// All issues that readers of committed records see, in the order of their partition.
  public static List<RawIssue> issues(Target target) {
    return records(target, target.topics().issues()).stream()
        .map(r -> IssueRecords.read(r.key(), r.value(), r.headers()))
        .map(reading -> ((IssueRecords.Reading.Valid) reading).issue())
        .toList();
  }

  /// The newest ledger entry of each key.
  public static Map<String, LedgerEntry> ledger(Target target) {
    var ledger = new TreeMap<String, LedgerEntry>();
    records(target, target.topics().ledger())
        .forEach(
            r ->
                ledger.put(
                    new String(r.key(), StandardCharsets.UTF_8),
                    Json.read(r.value(), LedgerEntry.class)));
    return ledger;
  }

  /// All committed records of a topic.
  public static List<ConsumerRecord<byte[], byte[]>> records(Target target, String topic) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            target.bootstrap(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false);
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }
}
