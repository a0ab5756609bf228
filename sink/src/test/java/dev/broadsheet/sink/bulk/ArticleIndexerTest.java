package dev.broadsheet.sink.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.sink.bulk.IndexOutcome.Final;
import dev.broadsheet.sink.bulk.IndexOutcome.Indexed;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import dev.broadsheet.sink.bulk.IndexOutcome.Superseded;
import dev.broadsheet.sink.bulk.Transport.Reply;
import dev.broadsheet.sink.offset.OffsetLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIndexerTest {
  private static final BulkSettings SETTINGS =
      new BulkSettings(
          4_000,
          2,
          Duration.ZERO,
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));

  private final FakeNode node = new FakeNode();
  private final OffsetLedger ledger = new OffsetLedger();
  private final Map<Long, Final> outcomes = new TreeMap<>();
  private long now;
  private final ArticleIndexer indexer =
      new ArticleIndexer(
          new ArticleIndexer.Target(node, "articles-write"),
          SETTINGS,
          new ArticleIndexer.Timing(() -> now, new Random(7)),
          (record, outcome) -> {
            assertThat(outcomes).doesNotContainKey(record.source().offset());
            outcomes.put(record.source().offset(), outcome);
          });

  private void offer(int count) {
    for (int i = 0; i < count; i++) {
      indexer.offer(Records.article(ledger, i, "a/b#" + (i + 1), 1));
    }
  }

  private void runUntilIdle() {
    for (int i = 0; i < 2_000 && !indexer.idle(); i++) {
      indexer.advance();
      node.answer();
      now += Duration.ofSeconds(1).toNanos();
      indexer.advance();
    }
    assertThat(indexer.idle()).isTrue();
    assertThat(indexer.heldBytes()).isZero();
  }

  @Test
  void indexesAllInFewRequests() {
    offer(30);

    runUntilIdle();

    assertThat(outcomes).hasSize(30);
    assertThat(outcomes.values()).allMatch(Indexed.class::isInstance);
    assertThat(node.requests).hasSizeLessThan(10);
  }

  @Test
  void neverHasMoreRequestsUnderWayThanAllowed() {
    offer(200);

    indexer.advance();
    indexer.advance();

    assertThat(node.waiting()).isEqualTo(2);
  }

  @Test
  void sendsTheRecordsOwnBytes() {
    offer(1);

    indexer.advance();

    assertThat(node.requests.getFirst().lines)
        .containsExactly(
            "{\"index\":{\"_id\":\"a/b#1\",\"version\":1,\"version_type\":\"external\"}}",
            new String(Records.document("a/b#1", 1, "s1"), UTF_8));
  }

  @Test
  void bisectsARefusedRequestDownToTheGuiltyRecord() {
    offer(16);
    for (int i = 0; i < 64; i++) {
      node.faults.add(
          request ->
              Optional.of(
                  request.ids().contains("a/b#7")
                      ? FakeNode.answer(
                          400, Map.of("error", Map.of("type", "illegal_argument_exception")))
                      : request.serve()));
    }

    runUntilIdle();

    assertThat(outcomes).hasSize(16);
    assertThat(outcomes.get(6L))
        .isEqualTo(new Rejected(RejectReason.REFUSED, "illegal_argument_exception", ""));
    outcomes.remove(6L);
    assertThat(outcomes.values()).allMatch(Indexed.class::isInstance);
    // One request for all of them, then two for each halving.
    assertThat(node.requests).hasSizeLessThanOrEqualTo(1 + 2 * 4);
  }

  @Test
  void halvesARequestThatIsTooLarge() {
    offer(8);
    for (int i = 0; i < 64; i++) {
      node.faults.add(
          request ->
              Optional.of(
                  request.ids().size() > 2 ? new Reply.Answer(413, new byte[0]) : request.serve()));
    }

    runUntilIdle();

    assertThat(outcomes).hasSize(8);
    assertThat(outcomes.values()).allMatch(Indexed.class::isInstance);
  }

  @Test
  void givesUpASingleRecordThatIsTooLarge() {
    offer(1);
    node.reply(new Reply.Answer(413, new byte[0]));

    runUntilIdle();

    assertThat(outcomes.get(0L)).isEqualTo(new Rejected(RejectReason.TOO_LARGE, "", ""));
  }

  @ParameterizedTest
  @CsvSource({"429", "408", "500", "502", "503", "504"})
  void triesForEverWhatTheServerCannotTakeNow(int status) {
    offer(5);
    for (int i = 0; i < 40; i++) {
      node.reply(new Reply.Answer(status, "<html>bad gateway</html>".getBytes(UTF_8)));
    }

    runUntilIdle();

    assertThat(outcomes).hasSize(5);
    assertThat(outcomes.values()).allMatch(Indexed.class::isInstance);
  }

  @Test
  void isBackWithinTwoSecondsHoweverLongTheServerWasAway() {
    offer(1);
    for (int i = 0; i < 600; i++) {
      node.reply(new Reply.Failure("refused"));
    }
    while (!node.faults.isEmpty()) {
      step(Duration.ofMillis(100));
    }

    step(Duration.ofSeconds(2));
    step(Duration.ZERO);

    assertThat(outcomes.get(0L)).isEqualTo(new Indexed());
  }

  @Test
  void takesTheFirstRefusalOfAServerThatWasAwayForANewTrouble() {
    offer(1);
    for (int i = 0; i < 60; i++) {
      node.reply(new Reply.Failure("refused"));
    }
    node.fail(503, "cluster_block_exception");
    while (!node.faults.isEmpty()) {
      step(Duration.ofMillis(100));
    }

    step(Duration.ofMillis(250));
    step(Duration.ZERO);

    assertThat(outcomes.get(0L)).isEqualTo(new Indexed());
  }

  private void step(Duration time) {
    now += time.toNanos();
    indexer.advance();
    node.answer();
    indexer.advance();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"items\":[]}",
        "{\"items\":[{\"index\":{\"_id\":\"x#1\",\"status\":201}}]}",
        "{\"items\":[{\"index\":{\"_id\":\"a/b#1\"}}]}",
        "{\"items\":[{\"index\":{\"_id\":\"a/b#1\",\"status\":201}},"
            + "{\"index\":{\"_id\":\"a/b#1\",\"status\":201}}]}",
        "[]",
        "null"
      })
  void takesABrokenAnswerForNoAnswer(String body) {
    offer(1);
    node.reply(new Reply.Answer(200, body.getBytes(UTF_8)));
    indexer.advance();
    node.answer();
    indexer.advance();
    assertThat(outcomes).isEmpty();

    runUntilIdle();

    assertThat(outcomes.get(0L)).isEqualTo(new Indexed());
  }

  @Test
  void findsItsOwnDocumentAfterALostAnswer() {
    offer(3);
    node.swallow();
    indexer.advance();
    node.answer();
    now += SETTINGS.requestTimeout().toNanos();

    runUntilIdle();

    assertThat(node.requests.getFirst().cancelled()).isTrue();
    assertThat(outcomes.values()).hasSize(3).allMatch(Superseded.class::isInstance);
    assertThat(node.documents).hasSize(3);
  }

  @Test
  void ignoresAnAnswerThatComesAfterItsTime() {
    offer(1);
    List<FakeNode.Request> late = new ArrayList<>();
    node.faults.add(
        request -> {
          late.add(request);
          return Optional.empty();
        });
    indexer.advance();
    node.answer();
    now += SETTINGS.requestTimeout().toNanos();
    runUntilIdle();

    node.faults.clear();
    indexer.advance();

    assertThat(late).hasSize(1);
    assertThat(outcomes).containsOnlyKeys(0L);
  }

  @Test
  void supersedesAnOlderRevision() {
    node.documents.put("a/b#1", new FakeNode.Stored(2, "other"));
    offer(1);

    runUntilIdle();

    assertThat(outcomes.get(0L)).isEqualTo(new Superseded());
    assertThat(node.documents.get("a/b#1")).isEqualTo(new FakeNode.Stored(2, "other"));
  }

  @Test
  void supersedesTheSameRevisionOfTheSameSource() {
    node.documents.put("a/b#1", new FakeNode.Stored(1, "s1"));
    offer(1);

    runUntilIdle();

    assertThat(outcomes.get(0L)).isEqualTo(new Superseded());
  }

  @Test
  void rejectsTheSameRevisionOfAnotherSource() {
    node.documents.put("a/b#1", new FakeNode.Stored(1, "other"));
    offer(1);

    runUntilIdle();

    assertThat(outcomes.get(0L))
        .isInstanceOfSatisfying(
            Rejected.class,
            it -> assertThat(it.reason()).isEqualTo(RejectReason.CONFLICTING_REVISION));
  }

  @Test
  void oneBadItemDoesNotTouchItsNeighbours() {
    node.itemFaults.put("a/b#2", new FakeNode.ItemFault(400, "document_parsing_exception"));
    offer(3);

    runUntilIdle();

    assertThat(outcomes.get(0L)).isEqualTo(new Indexed());
    assertThat(outcomes.get(1L))
        .isEqualTo(new Rejected(RejectReason.MAPPING, "document_parsing_exception", ""));
    assertThat(outcomes.get(2L)).isEqualTo(new Indexed());
  }

  @Test
  void anItemThatIsTriedAgainDoesNotHoldUpOthers() {
    node.itemFaults.put("a/b#1", new FakeNode.ItemFault(500, "some_exception"));
    offer(1);
    for (int i = 1; i <= 50; i++) {
      indexer.offer(Records.article(ledger, i, "c/d#" + i, 1));
      indexer.advance();
      node.answer();
      indexer.advance();
      now += Duration.ofMillis(500).toNanos();
    }

    assertThat(outcomes).hasSizeGreaterThan(45).doesNotContainKey(0L);
    node.itemFaults.clear();
    runUntilIdle();
    assertThat(outcomes).hasSize(51);
  }

  @Test
  void waitsForAMissingAliasWithoutLosingAnything() {
    offer(2);
    for (String id : List.of("a/b#1", "a/b#2")) {
      node.itemFaults.put(id, new FakeNode.ItemFault(404, "index_not_found_exception"));
    }
    for (int i = 0; i < 20; i++) {
      indexer.advance();
      node.answer();
      now += Duration.ofSeconds(1).toNanos();
    }
    assertThat(outcomes).isEmpty();
    assertThat(node.requests).hasSizeLessThanOrEqualTo(3);

    node.itemFaults.clear();
    runUntilIdle();

    assertThat(outcomes.values()).hasSize(2).allMatch(Indexed.class::isInstance);
  }

  @Test
  void dropsRecordsOfPartitionsThatWereGivenUp() {
    offer(200);
    indexer.advance();

    ledger.forget();
    runUntilIdle();

    // Those under way still have an outcome, which the ledger ignores.
    assertThat(node.requests).hasSize(2);
  }

  @Test
  void looksUpConflictsButStartsNothingNewWhileItDrains() {
    node.documents.put("a/b#1", new FakeNode.Stored(2, "other"));
    offer(100);
    indexer.advance();
    int sent = node.requests.size();

    boolean more = true;
    for (int i = 0; i < 10 && more; i++) {
      node.answer();
      more = indexer.drain();
    }

    assertThat(more).isFalse();
    assertThat(outcomes.get(0L)).isEqualTo(new Superseded());
    assertThat(node.requests).hasSize(sent + 1);
    assertThat(outcomes).hasSizeLessThan(100);
  }
}
