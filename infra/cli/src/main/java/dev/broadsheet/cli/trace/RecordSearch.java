package dev.broadsheet.cli.trace;

import dev.broadsheet.cli.scan.CommittedReader;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.KafkaAccess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/// Looks for committed records, beginning where their time says that they may be. It is no member
/// of any group. One thread at a time.
final class RecordSearch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final KafkaAccess kafka;
  private final KafkaConsumer<byte[], byte[]> consumer;

  RecordSearch(KafkaAccess kafka) {
    this.kafka = kafka;
    this.consumer = CommittedReader.open(kafka, "broadsheet-trace");
  }

  /// The partition that a key has in a topic.
  TopicPartition home(String topic, String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    int partitions = all(topic).size();
    return new TopicPartition(topic, Utils.toPositive(Utils.murmur2(bytes)) % partitions);
  }

  /// The partitions of a topic.
  List<TopicPartition> all(String topic) {
    try {
      var infos = consumer.partitionsFor(topic);
      if (infos == null || infos.isEmpty()) {
        throw new Unreachable(
            "Kafka at %s has no topic %s; run ./broadsheet setup".formatted(kafka, topic));
      }
      return infos.stream().map(i -> new TopicPartition(topic, i.partition())).toList();
    } catch (KafkaException e) {
      throw kafka.unreachable(e);
    }
  }

  /// Reads on until `more` says no, or the partitions end.
  ///
  /// @param since records before this instant need not be seen
  void read(
      List<TopicPartition> partitions,
      Instant since,
      Predicate<ConsumerRecord<byte[], byte[]>> more) {
    try {
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      seek(partitions, since);
      List<TopicPartition> open = unfinished(ends);
      long heard = System.nanoTime();
      while (!open.isEmpty()) {
        consumer.assign(open);
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          heard = System.nanoTime();
          if (!more.test(record)) {
            return;
          }
        }
        open = unfinished(ends);
        if (System.nanoTime() - heard > SILENCE.toNanos() && !open.isEmpty()) {
          throw new Unreachable("Kafka at %s gives nothing of %s".formatted(kafka, open));
        }
      }
    } catch (KafkaException e) {
      throw kafka.unreachable(e);
    }
  }

  private void seek(List<TopicPartition> partitions, Instant since) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(p -> times.put(p, since.toEpochMilli()));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found == null) {
                consumer.seekToEnd(List.of(partition));
              } else {
                consumer.seek(partition, found.offset());
              }
            });
  }

  private List<TopicPartition> unfinished(Map<TopicPartition, Long> ends) {
    List<TopicPartition> open = new ArrayList<>();
    for (TopicPartition partition : consumer.assignment()) {
      if (consumer.position(partition) < ends.getOrDefault(partition, 0L)) {
        open.add(partition);
      }
    }
    return open;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
