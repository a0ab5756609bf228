package dev.broadsheet.cli;

import dev.broadsheet.contract.access.KafkaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// How far consumer groups are behind, in records.
///
/// Offsets alone do not tell: the end of a transaction takes an offset, too. A short distance is
/// therefore read and counted.
final class Lags {
  private static final long READ_AT_MOST = 2_000;
  private static final Duration READ_LIMIT = Duration.ofSeconds(5);

  private final Admin admin;
  private final KafkaAccess kafka;

  Lags(Admin admin, KafkaAccess kafka) {
    this.admin = admin;
    this.kafka = kafka;
  }

  /// The distance of one group on one partition.
  ///
  /// @param committed next offset that the group will read; 0 when it has never read
  /// @param end offset behind the last committed record
  /// @param behind records that are not read yet; offsets where they are too many to count
  record Lag(String group, TopicPartition partition, long committed, long end, long behind) {}

  /// The lag of a group on each partition of a topic.
  List<Lag> of(String group, String topic) throws InterruptedException, ExecutionException {
    var partitions =
        describe(admin, List.of(topic)).stream()
            .flatMap(t -> t.partitions().stream())
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    var ends = ends(partitions);
    var lags = new ArrayList<Lag>();
    for (TopicPartition p : partitions) {
      var known = committed.get(p);
      long at = known == null ? 0 : known.offset();
      long end = ends.getOrDefault(p, 0L);
      lags.add(new Lag(group, p, at, end, behind(p, at, end)));
    }
    return lags;
  }

  /// Records that all partitions of a group are behind together.
  static long total(List<Lag> lags) {
    return lags.stream().mapToLong(Lag::behind).sum();
  }

  /// Topics as Kafka describes them. A refusal names them; Kafka's own does not.
  static List<TopicDescription> describe(Admin admin, List<String> topics)
      throws InterruptedException, ExecutionException {
    var found = new ArrayList<TopicDescription>();
    var hidden = new TreeSet<String>();
    for (var answer : admin.describeTopics(topics).topicNameValues().entrySet()) {
      try {
        found.add(answer.getValue().get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicAuthorizationException)) {
          throw e;
        }
        hidden.add(answer.getKey());
      }
    }
    if (!hidden.isEmpty()) {
      throw new TopicAuthorizationException(hidden);
    }
    return found;
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions)
      throws InterruptedException, ExecutionException {
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    partitions.forEach(p -> wanted.put(p, OffsetSpec.latest()));
    var result = new HashMap<TopicPartition, Long>();
    admin
        .listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get()
        .forEach((p, info) -> result.put(p, info.offset()));
    return result;
  }

  private long behind(TopicPartition partition, long committed, long end) {
    long distance = end - committed;
    if (distance <= 0) {
      return 0;
    }
    return distance > READ_AT_MOST ? distance : count(partition, committed, end);
  }

  private long count(TopicPartition partition, long from, long end) {
    var config =
        Map.<String, Object>of(
            ConsumerConfig.CLIENT_ID_CONFIG, "broadsheet-status",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    try (var consumer =
        new KafkaConsumer<>(
            kafka.client(config), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, from);
      long records = 0;
      long limit = System.nanoTime() + READ_LIMIT.toNanos();
      while (consumer.position(partition) < end && System.nanoTime() < limit) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          records += record.offset() < end ? 1 : 0;
        }
      }
      return consumer.position(partition) < end ? end - from : records;
    }
  }
}
