package dev.broadsheet.cli.scan;

import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.KafkaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// Reads committed records between offsets, as no member of any group. One thread at a time.
public final class TopicScan implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CALL_MS = 10_000;

  private final KafkaAccess kafka;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /// @param kafka the cluster
  public TopicScan(KafkaAccess kafka) {
    this.kafka = kafka;
    this.consumer = CommittedReader.open(kafka, "broadsheet-scan");
  }

  /// Takes the records one by one.
  @FunctionalInterface
  public interface Visitor {
    void visit(ConsumerRecord<byte[], byte[]> record);
  }

  /// First offsets of a topic.
  public Map<TopicPartition, Long> starts(String topic) {
    return ask(() -> consumer.beginningOffsets(partitions(topic)));
  }

  /// Offsets behind the last committed records of a topic.
  public Map<TopicPartition, Long> ends(String topic) {
    return ask(() -> consumer.endOffsets(partitions(topic)));
  }

  /// Offsets that a group has committed; 0 where it never has.
  public Map<TopicPartition, Long> committed(String group, String topic) {
    var result = new HashMap<TopicPartition, Long>();
    ask(() -> partitions(topic)).forEach(p -> result.put(p, 0L));
    var config =
        Map.<String, Object>of(
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MS,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, CALL_MS);
    try (var admin = Admin.create(kafka.client(config))) {
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach(
              (partition, offset) -> {
                if (offset != null) {
                  result.computeIfPresent(partition, (_, _) -> offset.offset());
                }
              });
    } catch (ExecutionException | KafkaException e) {
      throw kafka.unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for Kafka", e);
    }
    return result;
  }

  /// Reads a whole topic up to where it ends now.
  ///
  /// @return where it ended
  public Map<TopicPartition, Long> readAll(String topic, Visitor visitor) {
    var ends = ends(topic);
    read(starts(topic), ends, visitor);
    return ends;
  }

  /// Reads from `from` up to, but not including, `to`; each partition in its order.
  ///
  /// @throws Unreachable when nothing comes for half a minute although there is more
  public void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, Visitor visitor) {
    for (TopicPartition partition : to.keySet()) {
      long start = from.getOrDefault(partition, 0L);
      long end = to.getOrDefault(partition, 0L);
      if (start < end) {
        ask(
            () -> {
              readOne(partition, start, end, visitor);
              return true;
            });
      }
    }
  }

  /// The record at one place, if it is there.
  public Optional<ConsumerRecord<byte[], byte[]>> one(TopicPartition partition, long offset) {
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    if (!ask(() -> partitions(partition.topic())).contains(partition)) {
      return Optional.empty();
    }
    long end = ends(partition.topic()).getOrDefault(partition, 0L);
    if (offset < end) {
      read(
          Map.of(partition, offset),
          Map.of(partition, offset + 1),
          r -> {
            if (r.offset() == offset) {
              found.add(r);
            }
          });
    }
    return found.stream().findFirst();
  }

  private void readOne(TopicPartition partition, long start, long end, Visitor visitor) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, start);
    long last = start;
    long since = System.nanoTime();
    while (consumer.position(partition) < end) {
      for (var record : consumer.poll(POLL)) {
        if (record.offset() < end) {
          visitor.visit(record);
        }
      }
      long now = consumer.position(partition);
      if (now > last) {
        last = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
        throw new Unreachable("Kafka at %s gives nothing of %s".formatted(kafka, partition));
      }
    }
  }

  private List<TopicPartition> partitions(String topic) {
    var infos = consumer.partitionsFor(topic);
    if (infos == null || infos.isEmpty()) {
      throw new Unreachable(
          "Kafka at %s has no topic %s; run ./broadsheet setup".formatted(kafka, topic));
    }
    return infos.stream().map(i -> new TopicPartition(topic, i.partition())).toList();
  }

  private <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException e) {
      throw kafka.unreachable(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
