package dev.broadsheet.sink.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.sink.bulk.IndexOutcome.Final;
import dev.broadsheet.sink.bulk.IndexOutcome.Indexed;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import dev.broadsheet.sink.install.ElasticConnection;
import dev.broadsheet.sink.install.IndexInstaller;
import dev.broadsheet.sink.install.IndexNames;
import dev.broadsheet.sink.offset.OffsetLedger;
import dev.broadsheet.sink.rig.Documents;
import dev.broadsheet.sink.rig.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/// What a real node answers to requests that the checks before it would not let through.
@Tag("stack")
@Timeout(60)
class ArticleIndexerIT {
  private static final BulkSettings SETTINGS =
      new BulkSettings(
          5_000_000,
          2,
          Duration.ZERO,
          Duration.ofSeconds(20),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  private final Map<Long, Final> outcomes = new TreeMap<>();
  private final OffsetLedger ledger = new OffsetLedger();
  private final List<Integer> sizes = new ArrayList<>();
  private ElasticConnection elastic;
  private ArticleIndexer indexer;

  @BeforeEach
  void open(TestInfo test) throws IOException {
    elastic = ElasticConnection.to(Servers.stack().elasticsearchUrl(), Duration.ofSeconds(20));
    IndexNames names =
        new IndexNames(test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT));
    new IndexInstaller(elastic.client(), names).install();
    Transport node = new Rest5Transport(elastic.rest());
    Transport counting =
        (path, parameters, type, body, done) -> {
          sizes.add((int) body.length());
          return node.post(path, parameters, type, body, done);
        };
    indexer =
        new ArticleIndexer(
            new ArticleIndexer.Target(counting, names.writeAlias()),
            SETTINGS,
            new ArticleIndexer.Timing(System::nanoTime, new Random(1)),
            (record, outcome) -> outcomes.put(record.source().offset(), outcome));
  }

  @AfterEach
  void close() {
    elastic.close();
  }

  private void offer(long offset, String id, long revision, byte[] value) {
    indexer.offer(
        new ArticleRecord(
            new TrackedRecord(Records.record(0, offset, id, 1, value), ledger), id, revision));
  }

  private void offer(int count, String filling) {
    for (int i = 0; i < count; i++) {
      String id = "jw/01#" + (i + 1);
      offer(i, id, 1, Documents.article(id, 1, it -> it.put("body", filling)));
    }
  }

  private void runUntilIdle() {
    await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> {
              indexer.advance();
              indexer.await(Duration.ofMillis(20));
              return indexer.idle();
            });
  }

  @Test
  void givesUpOnlyTheRecordWhoseIdIsTooLong() {
    offer(8, "正文");
    String tooLong = "x".repeat(511) + "#1";
    offer(8, tooLong, 1, Documents.article("jw/02#1", 1));

    runUntilIdle();

    assertThat(outcomes).hasSize(9);
    assertThat(outcomes.remove(8L))
        .isInstanceOfSatisfying(
            Rejected.class, it -> assertThat(it.reason()).isEqualTo(RejectReason.REFUSED));
    assertThat(outcomes.values()).allMatch(Indexed.class::isInstance);
    assertThat(sizes).hasSizeBetween(3, 1 + 2 * 4);
  }

  @Test
  void givesUpOnlyTheRecordWhoseVersionIsNegative() {
    offer(4, "正文");
    offer(4, "jw/02#1", -1, Documents.article("jw/02#1", 1));

    runUntilIdle();

    assertThat(outcomes.remove(4L)).isInstanceOf(Rejected.class);
    assertThat(outcomes.values()).hasSize(4).allMatch(Indexed.class::isInstance);
  }

  @Test
  void halvesWhatTheNodeFindsTooLarge() {
    offer(20, "江".repeat(50_000));

    runUntilIdle();

    assertThat(outcomes.values()).hasSize(20).allMatch(Indexed.class::isInstance);
    assertThat(sizes.getFirst()).isGreaterThan(3_000_000);
  }

  @Test
  void givesUpASingleRecordThatTheNodeFindsTooLarge() {
    offer(1, "江".repeat(500_000));
    offer(1, "jw/02#1", 1, Documents.article("jw/02#1", 1));

    runUntilIdle();

    assertThat(outcomes.get(0L))
        .isInstanceOfSatisfying(
            Rejected.class, it -> assertThat(it.reason()).isEqualTo(RejectReason.TOO_LARGE));
    assertThat(outcomes.get(1L)).isEqualTo(new Indexed());
  }

  @Test
  void isNotMisledByTextThatLooksLikeAnAnswer() {
    String text = "version_conflict_engine_exception\" 429 {\"delete\":{}}";
    offer(
        0,
        "jw/01#1",
        1,
        Documents.article("jw/01#1", 1, it -> it.put("position", text).put("body", text)));
    offer(1, "jw/01#2", 1, Documents.article("jw/01#2", 1, it -> it.put("body", text)));

    runUntilIdle();

    assertThat(outcomes.get(0L))
        .isInstanceOfSatisfying(
            Rejected.class,
            it -> {
              assertThat(it.reason()).isEqualTo(RejectReason.MAPPING);
              assertThat(Display.safe(it.detail())).doesNotContain("429");
            });
    assertThat(outcomes.get(1L)).isEqualTo(new Indexed());
  }
}
