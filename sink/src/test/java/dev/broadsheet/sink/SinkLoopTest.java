package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.sink.bulk.ArticleIndexer;
import dev.broadsheet.sink.bulk.Backoff;
import dev.broadsheet.sink.bulk.BulkSettings;
import dev.broadsheet.sink.bulk.FakeNode;
import dev.broadsheet.sink.bulk.FakeNode.ItemFault;
import dev.broadsheet.sink.bulk.RecordCheck;
import dev.broadsheet.sink.bulk.Records;
import dev.broadsheet.sink.letter.DeadLetterPublisher;
import dev.broadsheet.sink.letter.MappingBreaker;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The loop on doubles, step by step; the clock moves on by 100 ms whenever it is asked.
@Timeout(30)
class SinkLoopTest {
  private static final TopicPartition P0 = new TopicPartition(Records.TOPIC, 0);
  private static final TopicPartition P1 = new TopicPartition(Records.TOPIC, 1);

  /// Kafka's own double does not tell the listener of partitions that are revoked.
  private static final class Group extends MockConsumer<byte[], byte[]> {
    private ConsumerRebalanceListener listener;

    Group() {
      super("earliest");
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener rebalanced) {
      super.subscribe(topics, rebalanced);
      listener = rebalanced;
    }

    void assignAll(Collection<TopicPartition> partitions) {
      Map<TopicPartition, Long> beginning = new HashMap<>();
      partitions.forEach(partition -> beginning.put(partition, 0L));
      updateBeginningOffsets(beginning);
      rebalance(partitions);
      listener.onPartitionsAssigned(partitions);
    }
  }

  private final Group group = new Group();
  private final FakeNode node = new FakeNode();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final SinkCounters counters = new SinkCounters();
  private final Committer committer = new Committer(group, counters, this::nanos);
  private long now;
  private int steps;
  private boolean answering = true;
  private boolean lettersFail;

  private long nanos() {
    now += Duration.ofMillis(100).toNanos();
    return now;
  }

  private SinkLoop loop() {
    BulkSettings bulk =
        new BulkSettings(
            2_000,
            2,
            Duration.ZERO,
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    Backoff backoff = new Backoff(Duration.ofSeconds(1), new Random(1));
    Settlement settlement =
        new Settlement(
            counters,
            new MappingBreaker<>(100, 5),
            acknowledged ->
                new DeadLetterPublisher(producer, "dlq", backoff, this::nanos, acknowledged));
    ArticleIndexer indexer =
        new ArticleIndexer(
            new ArticleIndexer.Target(node, "write"),
            bulk,
            new ArticleIndexer.Timing(this::nanos, new Random(2)),
            settlement::settle);
    return new SinkLoop(
        new SinkParts(group, indexer, settlement, committer, this::nanos),
        new RecordCheck(10_000),
        8_000);
  }

  /// Runs until `stop` says so, at most 400 steps. The fake node answers between steps.
  private void run(IntPredicate stop) throws InterruptedException {
    loop()
        .run(
            Records.TOPIC,
            () -> {
              if (answering) {
                node.answer();
              }
              acknowledge();
              // Counted by the ledgers on the one side, by outcomes on the other.
              assertThat(counters.totals().pending()).isEqualTo(committer.pending());
              return stop.test(steps++) || steps > 400;
            });
  }

  private void acknowledge() {
    boolean more = true;
    while (more) {
      more =
          lettersFail
              ? producer.errorNext(new TimeoutException("no leader"))
              : producer.completeNext();
    }
  }

  private void feed(TopicPartition partition, int from, int to) {
    for (int offset = from; offset < to; offset++) {
      String id = "p" + partition.partition() + "#" + (offset + 1);
      group.addRecord(
          Records.record(partition.partition(), offset, id, 1, Records.document(id, 1, "s")));
    }
  }

  private Long committed(TopicPartition partition) {
    OffsetAndMetadata offset = group.committed(Set.of(partition)).get(partition);
    return offset == null ? null : offset.offset();
  }

  @BeforeEach
  void assign() {
    group.schedulePollTask(() -> group.assignAll(List.of(P0, P1)));
  }

  @Test
  void indexesAndCommitsAll() throws InterruptedException {
    group.schedulePollTask(
        () -> {
          feed(P0, 0, 50);
          feed(P1, 0, 30);
        });

    run(step -> step > 60);

    assertThat(node.documents).hasSize(80);
    assertThat(committed(P0)).isEqualTo(50);
    assertThat(committed(P1)).isEqualTo(30);
    assertThat(counters.totals()).isEqualTo(new SinkCounters.Totals(80, 80, 0, 0, 0));
  }

  @Test
  void readsNoMoreThanItMayHoldWhileElasticsearchIsAway() throws InterruptedException {
    answering = false;
    group.schedulePollTask(() -> feed(P0, 0, 100));
    for (int i = 0; i < 50; i++) {
      int from = 100 + i * 100;
      group.schedulePollTask(() -> feed(P0, from, from + 100));
    }

    run(step -> step > 20);

    assertThat(counters.totals().read()).isEqualTo(100);
    assertThat(group.paused()).containsExactlyInAnyOrder(P0, P1);
    assertThat(committed(P0)).isIn(null, 0L);
  }

  @Test
  void deadLettersARefusedRecordAndPassesIt() throws InterruptedException {
    node.itemFaults.put("p0#2", new ItemFault(400, "document_parsing_exception"));
    group.schedulePollTask(() -> feed(P0, 0, 5));

    run(step -> step > 60);

    assertThat(producer.history()).hasSize(1);
    assertThat(committed(P0)).isEqualTo(5);
    assertThat(counters.totals()).isEqualTo(new SinkCounters.Totals(5, 4, 0, 1, 0));
  }

  @Test
  void passesNothingWhileTheDeadLetterCannotBeWritten() throws InterruptedException {
    node.itemFaults.put("p0#2", new ItemFault(409, "some_exception"));
    group.schedulePollTask(() -> feed(P0, 0, 5));
    group.schedulePollTask(() -> feed(P1, 0, 5));
    lettersFail = true;

    run(step -> step > 60);

    assertThat(committed(P0)).isEqualTo(1);
    assertThat(committed(P1)).isEqualTo(5);
    assertThat(group.paused()).contains(P0).doesNotContain(P1);
  }

  @Test
  void stopsBeforeItDeadLettersAnArchive() {
    for (int i = 0; i < 40; i++) {
      node.itemFaults.put("p0#" + (i + 1), new ItemFault(400, "strict_dynamic_mapping_exception"));
    }
    group.schedulePollTask(() -> feed(P0, 0, 40));

    assertThatThrownBy(() -> run(step -> step > 100))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("setup");

    assertThat(producer.history()).isEmpty();
    assertThat(committed(P0)).isIn(null, 0L);
  }

  @Test
  void ignoresOutcomesOfPartitionsThatWereTakenAway() throws InterruptedException {
    group.schedulePollTask(() -> feed(P0, 0, 10));
    group.schedulePollTask(() -> feed(P1, 0, 10));

    run(
        step -> {
          if (step == 2) {
            answering = false;
          }
          if (step == 4) {
            committer.onPartitionsRevoked(List.of(P0));
            group.rebalance(List.of(P1));
            answering = true;
          }
          return step > 60;
        });

    assertThat(committed(P1)).isEqualTo(10);
    SinkCounters.Totals totals = counters.totals();
    assertThat(totals.pending()).isZero();
    assertThat(totals.handedOver() + totals.indexed()).isEqualTo(20);
  }

  @Test
  void commitsWhatIsSettledWhenItEndsAndNothingElse() throws InterruptedException {
    group.schedulePollTask(() -> feed(P0, 0, 4));
    group.schedulePollTask(
        () -> {
          answering = false;
          feed(P0, 4, 8);
        });

    run(step -> step > 3);

    assertThat(counters.totals().indexed()).isEqualTo(4);
    assertThat(committed(P0)).isEqualTo(4);
  }
}
