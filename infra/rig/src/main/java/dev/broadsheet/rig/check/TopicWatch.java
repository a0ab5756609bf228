package dev.broadsheet.rig.check;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.rig.fate.LetterId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/// Reads all topics of a pipeline from their beginning while it works, as a reader of committed
/// records sees them. A thread of its own reads; any thread may ask.
public final class TopicWatch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Topics topics;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread;
  private final List<Seen.Issue> issues = new ArrayList<>();
  private final List<Seen.Article> articles = new ArrayList<>();
  private final List<Seen.Letter> letters = new ArrayList<>();
  private final Map<String, LedgerEntry> ledger = new HashMap<>();
  private final Map<TopicPartition, Long> lastOffsets = new HashMap<>();
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<String, Long> counts = new HashMap<>();
  private @Nullable RuntimeException failure;

  private TopicWatch(Topics topics, KafkaConsumer<byte[], byte[]> consumer) {
    this.topics = topics;
    this.consumer = consumer;
    this.thread = Thread.ofPlatform().name("topic-watch").unstarted(this::run);
  }

  /// Starts to read.
  public static TopicWatch start(String bootstrap, Topics topics) {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "rig-watch",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2_000,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                Limits.MAX_RECORD_BYTES,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var partitions = new ArrayList<TopicPartition>();
    for (String topic : topics.all()) {
      consumer
          .partitionsFor(topic)
          .forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    var watch = new TopicWatch(topics, consumer);
    watch.thread.start();
    return watch;
  }

  /// How many committed records of a topic were seen.
  public synchronized long count(String topic) {
    return counts.getOrDefault(topic, 0L);
  }

  /// Offset of the last committed record that was seen of each partition of a topic; partitions
  /// without a record are absent.
  public synchronized Map<TopicPartition, Long> lastOffsets(String topic) {
    var result = new HashMap<>(lastOffsets);
    result.keySet().removeIf(p -> !p.topic().equals(topic));
    return result;
  }

  /// The offset that is read next of each partition.
  public synchronized Map<TopicPartition, Long> positions() {
    return Map.copyOf(positions);
  }

  /// What the ledger says of an issue.
  public synchronized Optional<LedgerEntry> ledger(String key) {
    return Optional.ofNullable(ledger.get(key));
  }

  /// All that was seen so far.
  synchronized SeenTopics seen() {
    return new SeenTopics(issues, articles, letters, ledger);
  }

  /// Waits until this watch shows what is waited for.
  ///
  /// @return false when the time is over
  /// @throws IllegalStateException when reading has failed
  public synchronized boolean await(Predicate<TopicWatch> condition, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.test(this)) {
      if (failure != null) {
        throw new IllegalStateException("topics cannot be read", failure);
      }
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer) {
      while (true) {
        var records = consumer.poll(POLL);
        take(records);
      }
    } catch (WakeupException e) {
      fail(new IllegalStateException("closed", e));
    } catch (KafkaException e) {
      fail(e);
    }
  }

  private synchronized void fail(RuntimeException e) {
    failure = e;
    notifyAll();
  }

  private synchronized void take(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    records.forEach(this::take);
    for (TopicPartition partition : consumer.assignment()) {
      positions.put(partition, consumer.position(partition));
    }
    notifyAll();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    var place = new Seen.Place(record.topic(), record.partition(), record.offset());
    lastOffsets.put(new TopicPartition(record.topic(), record.partition()), record.offset());
    counts.merge(record.topic(), 1L, Long::sum);
    if (record.topic().equals(topics.issues())) {
      issues.add(
          new Seen.Issue(
              key(record),
              header(record, HeaderNames.REVISION),
              header(record, LetterId.HEADER),
              place));
    } else if (record.topic().equals(topics.ledger())) {
      ledger.put(key(record), Json.read(record.value(), LedgerEntry.class));
    } else if (record.topic().equals(topics.articles())) {
      articles.add(
          new Seen.Article(
              key(record),
              header(record, HeaderNames.REVISION),
              header(record, LetterId.HEADER),
              record.value() != null
                  && Digests.sha256(record.value()).equals(header(record, HeaderNames.SHA256)),
              place));
    } else {
      letters.add(letter(record, place));
    }
  }

  private static Seen.Letter letter(ConsumerRecord<byte[], byte[]> record, Seen.Place place) {
    var failed =
        new Seen.Place(
            header(record, HeaderNames.DLQ_TOPIC),
            Integer.parseInt(header(record, HeaderNames.DLQ_PARTITION)),
            Long.parseLong(header(record, HeaderNames.DLQ_OFFSET)));
    return new Seen.Letter(
        LetterId.of(record.key(), record.headers()),
        header(record, HeaderNames.DLQ_REASON),
        failed,
        place);
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
