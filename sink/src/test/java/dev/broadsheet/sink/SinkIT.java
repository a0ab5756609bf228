package dev.broadsheet.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.sink.rig.Documents;
import dev.broadsheet.sink.rig.FaultProxy;
import dev.broadsheet.sink.rig.FaultProxy.Fault;
import dev.broadsheet.sink.rig.Servers;
import dev.broadsheet.sink.rig.SinkRig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The sink between a real broker and a real node. Each test has topics and an index of its own,
/// and waits for most of its time: they run beside one another.
@Tag("stack")
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class SinkIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private SinkRig rig;

  @BeforeEach
  void open(TestInfo test) throws Exception {
    String name = test.getTestMethod().orElseThrow().getName();
    rig = new SinkRig(name.substring(0, Math.min(40, name.length())));
    rig.install();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void indexesTheBytesOfTheTopic() throws Exception {
    rig.sendArticles("jw/01", 1, 200);
    byte[] value = Documents.article("jw/02#1", 7, it -> it.put("body", "换行\n引号\"反斜线\\𠮷"));
    rig.send("jw/02#1", 7, value);
    rig.flush();

    SinkRig.Running sink = rig.start();
    rig.awaitLagZero();

    assertThat(rig.documents()).hasSize(201);
    assertThat(rig.documents().get("jw/02#1").version()).isEqualTo(7);
    assertThat(rig.documents().get("jw/02#1").source()).isEqualTo(new String(value, UTF_8));
    assertThat(sink.totals()).isEqualTo(new SinkCounters.Totals(201, 201, 0, 0, 0));
    assertThat(rig.reasons()).isEmpty();
  }

  @Test
  void keepsBadRecordsFromTheirNeighbours() throws Exception {
    rig.sendArticles("jw/01", 1, 20);
    rig.send("jw/b#1", 1, Documents.article("jw/b#1", 1, it -> it.put("position", "first")));
    rig.send("jw/b#2", 1, Documents.article("jw/b#2", 1, it -> it.put("unheard_of", 1)));
    rig.send("jw/b#3", 1, Documents.article("jw/b#3", 1, it -> it.put("published_on", "昨日")));
    rig.send("jw/b#4", 1, "{\"id\":\"jw/b#4\",".getBytes(UTF_8));
    rig.send("jw/b#5", 0, Documents.article("jw/b#5", 0));
    rig.send("jw/b#6", -1, Documents.article("jw/b#6", -1));
    String tooLong = "江".repeat(171) + "#1";
    rig.send(tooLong, 1, Documents.article(tooLong, 1));
    rig.send(new ProducerRecord<>(rig.topics.articles(), 0, "jw/b#7".getBytes(UTF_8), null));
    ProducerRecord<byte[], byte[]> changed =
        rig.record("jw/b#8", 1, Documents.article("jw/b#8", 1));
    changed.headers().remove(HeaderNames.SHA256).add(HeaderNames.SHA256, "00".getBytes(UTF_8));
    rig.send(changed);
    ProducerRecord<byte[], byte[]> doubled =
        rig.record("jw/b#9", 1, Documents.article("jw/b#9", 1));
    doubled.headers().add(HeaderNames.REVISION, "2".getBytes(UTF_8));
    rig.send(doubled);
    rig.sendArticles("jw/02", 1, 20);

    rig.start();
    rig.awaitLagZero();

    assertThat(rig.documents()).hasSize(40).doesNotContainKey("jw/b#1");
    Map<String, String> reasons = rig.reasons();
    assertThat(reasons)
        .containsEntry("jw/b#1", "mapping")
        .containsEntry("jw/b#2", "mapping")
        .containsEntry("jw/b#3", "mapping")
        .containsEntry("jw/b#5", "revision")
        .containsEntry("jw/b#6", "revision")
        .containsEntry(tooLong, "key")
        .containsEntry("jw/b#7", "headers")
        .containsEntry("jw/b#8", "integrity")
        .containsEntry("jw/b#9", "headers")
        .hasSize(10);
    assertThat(reasons.get("jw/b#4")).isIn("mapping", "refused");
  }

  @Test
  void keepsTheNewestRevisionWhateverTheOrder() throws Exception {
    for (int article = 1; article <= 30; article++) {
      String id = "jw/01#" + article;
      for (long revision : new long[] {3, 1, 2}) {
        rig.send(id, revision, Documents.article(id, revision));
      }
    }
    rig.flush();

    SinkRig.Running sink = rig.start();
    rig.awaitLagZero();

    assertThat(rig.documents()).hasSize(30);
    assertThat(rig.documents().values()).allMatch(stored -> stored.version() == 3);
    assertThat(sink.totals().superseded()).isEqualTo(60);
    assertThat(rig.reasons()).isEmpty();
  }

  @Test
  void replayChangesNothing() throws Exception {
    rig.sendArticles("jw/01", 1, 300);
    rig.send("jw/01#5", 2, Documents.article("jw/01#5", 2));
    rig.flush();
    SinkRig.Running first = rig.start();
    rig.awaitLagZero();
    first.stop();
    Map<String, SinkRig.Stored> before = rig.documents();

    rig.rewind();
    SinkRig.Running second = rig.start();
    rig.awaitLagZero();

    assertThat(rig.documents()).isEqualTo(before);
    assertThat(second.totals()).isEqualTo(new SinkCounters.Totals(301, 0, 301, 0, 0));
    assertThat(rig.reasons()).isEmpty();
  }

  @Test
  void deadLettersTheSameRevisionOfAnotherSource() throws Exception {
    rig.send("jw/01#1", 4, Documents.article("jw/01#1", 4));
    byte[] other =
        Documents.article(
            "jw/01#1", 4, it -> it.withObject("source").put("sha256", "cd".repeat(32)));
    rig.send("jw/01#1", 4, other);
    rig.flush();

    rig.start();
    rig.awaitLagZero();

    assertThat(rig.reasons()).isEqualTo(Map.of("jw/01#1", "conflicting-revision"));
    assertThat(rig.deadLetters().getFirst().value()).isEqualTo(other);
    assertThat(rig.documents().get("jw/01#1").source()).contains("ab".repeat(32));
  }

  @Test
  void losesAndDoublesNothingWhenItEndsWithUnansweredRequests() throws Exception {
    try (FaultProxy proxy = new FaultProxy(Servers.stack().elasticsearchUrl())) {
      proxy.with(new Fault.Hang(), new Fault.Hang());
      rig.with("sink.bulk.bytes", "20000").through(proxy.address());
      rig.sendArticles("jw/01", 1, 200);
      SinkRig.Running first = rig.start();
      await().atMost(PATIENCE).until(() -> !rig.documents().isEmpty());
      first.stop();
      assertThat(rig.lag()).isPositive();

      rig.through(Servers.stack().elasticsearchUrl());
      rig.start();
      rig.awaitLagZero();

      assertThat(rig.documents()).hasSize(200);
      assertThat(rig.documents().values()).allMatch(stored -> stored.version() == 1);
      assertThat(rig.reasons()).isEmpty();
    }
  }

  @Test
  void outlivesEveryKindOfBrokenAnswer() throws Exception {
    try (FaultProxy proxy = new FaultProxy(Servers.stack().elasticsearchUrl())) {
      proxy.with(
          new Fault.Status(429),
          new Fault.Status(502),
          new Fault.Swallow(),
          new Fault.Status(503),
          new Fault.Truncate(),
          new Fault.Garble(),
          new Fault.Hang(),
          new Fault.Status(429),
          new Fault.Truncate());
      rig.with("sink.bulk.bytes", "20000")
          .with("sink.request.timeout.ms", "1000")
          .through(proxy.address());
      rig.sendArticles("jw/01", 1, 200);

      SinkRig.Running sink = rig.start();
      rig.awaitLagZero();

      assertThat(proxy.spent()).isTrue();
      assertThat(rig.documents()).hasSize(200);
      assertThat(sink.totals().indexed() + sink.totals().superseded()).isEqualTo(200);
      assertThat(rig.reasons()).isEmpty();
    }
  }

  @Test
  void waitsForAMissingAliasAndNeverCreatesAnIndex() throws Exception {
    rig.client()
        .indices()
        .updateAliases(
            request ->
                request.actions(
                    action ->
                        action.remove(
                            it -> it.index(rig.names.index(1)).alias(rig.names.writeAlias()))));
    rig.sendArticles("jw/01", 1, 20);
    SinkRig.Running sink = rig.start();
    await().atMost(PATIENCE).until(() -> sink.totals().read() == 20);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(20))
        .until(() -> sink.totals().pending() == 20);
    assertThat(rig.client().indices().exists(it -> it.index(rig.names.writeAlias())).value())
        .isFalse();

    rig.install();
    rig.awaitLagZero();

    assertThat(rig.documents()).hasSize(20);
    assertThat(rig.reasons()).isEmpty();
  }

  @Test
  void waitsForAClosedAndForABlockedIndex() throws Exception {
    rig.client().indices().close(it -> it.index(rig.names.index(1)));
    rig.sendArticles("jw/01", 1, 20);
    SinkRig.Running sink = rig.start();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(PATIENCE)
        .until(() -> sink.totals().pending() == 20);
    rig.client().indices().open(it -> it.index(rig.names.index(1)));
    rig.awaitLagZero();

    rig.client()
        .indices()
        .putSettings(
            it ->
                it.index(rig.names.index(1)).settings(s -> s.blocks(blocks -> blocks.write(true))));
    rig.sendArticles("jw/02", 1, 20);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(PATIENCE)
        .until(() -> sink.totals().pending() == 20);
    rig.client()
        .indices()
        .putSettings(
            it ->
                it.index(rig.names.index(1))
                    .settings(s -> s.blocks(blocks -> blocks.write(false))));
    rig.awaitLagZero();

    assertThat(rig.documents()).hasSize(40);
    assertThat(rig.reasons()).isEmpty();
  }

  @Test
  void waitsWhileTheNodeFindsItsDiskTooFull() throws Exception {
    floodStage(true);
    rig.sendArticles("jw/01", 1, 20);
    SinkRig.Running sink = rig.start();
    await().atMost(PATIENCE).until(() -> sink.totals().read() == 20);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(PATIENCE)
        .until(() -> sink.totals().pending() == 20);
    floodStage(false);
    rig.awaitLagZero();

    assertThat(rig.documents()).hasSize(20);
    assertThat(rig.reasons()).isEmpty();
  }

  /// The block that a node sets at its flood stage, and takes away when there is room again.
  private void floodStage(boolean on) throws IOException {
    rig.client()
        .indices()
        .putSettings(
            it ->
                it.index(rig.names.index(1))
                    .settings(s -> s.blocks(blocks -> blocks.readOnlyAllowDelete(on))));
  }

  @Test
  void passesTransactionMarkersAndAbortedRecords() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                rig.config().kafka().bootstrap(),
                "transactional.id",
                rig.topics.prefix()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      for (int round = 1; round <= 9; round++) {
        producer.beginTransaction();
        for (int article = 1; article <= 5; article++) {
          String id = "jw/%d#%d".formatted(round, article);
          var _ = producer.send(rig.record(id, 1, Documents.article(id, 1)));
        }
        if (round % 3 == 0) {
          producer.abortTransaction();
        } else {
          producer.commitTransaction();
        }
      }
    }

    SinkRig.Running sink = rig.start();
    rig.awaitLagZero();

    assertThat(rig.documents()).hasSize(30).doesNotContainKey("jw/3#1").doesNotContainKey("jw/9#5");
    assertThat(sink.totals()).isEqualTo(new SinkCounters.Totals(30, 30, 0, 0, 0));
  }

  @Test
  void stopsInsteadOfDeadLetteringAnArchive() throws Exception {
    for (int article = 1; article <= 300; article++) {
      String id = "jw/01#" + article;
      rig.send(id, 1, Documents.article(id, 1, it -> it.put("new_field", "x")));
    }
    rig.flush();

    SinkRig.Running sink = rig.start();

    assertThat(sink.failure()).isInstanceOf(SinkException.class).hasMessageContaining("setup");
    assertThat(rig.reasons()).isEmpty();
    assertThat(rig.documents()).isEmpty();
    assertThat(rig.lag()).isEqualTo(300);

    rig.client()
        .indices()
        .putMapping(
            it ->
                it.index(rig.names.index(1))
                    .properties("new_field", field -> field.keyword(keyword -> keyword)));
    rig.start();
    rig.awaitLagZero();

    assertThat(rig.documents()).hasSize(300);
    assertThat(rig.reasons()).isEmpty();
  }

  @Test
  void passesNothingWhileTheDeadLetterTopicIsAway() throws Exception {
    SinkRig.Running sink = rig.start();
    rig.sendArticles("jw/01", 1, 10);
    rig.awaitLagZero();
    rig.admin.deleteTopics(List.of(rig.topics.articlesDeadLetters())).all().get();

    rig.send("jw/b#1", 0, Documents.article("jw/b#1", 0));
    rig.sendArticles("jw/02", 1, 50);
    await()
        .during(Duration.ofSeconds(8))
        .atMost(PATIENCE)
        .until(() -> rig.lag() > 0 && sink.totals().deadLettered() == 0 && !sink.ended());
    rig.admin
        .createTopics(List.of(new NewTopic(rig.topics.articlesDeadLetters(), 1, (short) 1)))
        .all()
        .get();
    rig.awaitLagZero();

    assertThat(rig.reasons()).isEqualTo(Map.of("jw/b#1", "revision"));
    assertThat(rig.documents()).hasSize(60);
  }

  @Test
  void sharesPartitionsWithAnotherInstanceThatComesAndGoes() throws Exception {
    rig.with("sink.bulk.bytes", "20000");
    SinkRig.Running first = rig.start();
    rig.sendArticles("jw/01", 1, 300);
    rig.with("sink.instance", "1");
    SinkRig.Running second = rig.start();
    for (int issue = 2; issue <= 6; issue++) {
      rig.sendArticles("jw/0" + issue, 1, 100);
    }
    await().atMost(PATIENCE).until(() -> second.totals().read() > 0 || rig.lag() == 0);
    first.stop();
    rig.sendArticles("jw/07", 1, 100);
    rig.awaitLagZero();

    assertThat(rig.documents()).hasSize(900);
    assertThat(rig.reasons()).isEmpty();
    assertThat(second.totals().pending()).isZero();
  }
}
