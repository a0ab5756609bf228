package dev.broadsheet.ingest.ledger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.LedgerEntry.State;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.ingest.Broker;
import dev.broadsheet.ingest.kafka.Patience;
import dev.broadsheet.ingest.kafka.Target;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What happens to the ledger when something is killed, taken away or in the way.
@Tag("stack")
@Timeout(180)
class LedgerFaultIT {
  private static final Patience PATIENT = new Patience(Duration.ofSeconds(90), () -> false);

  @Test
  void losesAndDoublesNothingWhenTwoWritersFight() throws Exception {
    var target = Broker.fresh("fight");
    var ready = new CountDownLatch(2);

    var first = CompletableFuture.supplyAsync(() -> fight(target, "甲", ready));
    var second = CompletableFuture.supplyAsync(() -> fight(target, "甲", ready));
    var outcomes = new ArrayList<>(first.get(150, SECONDS));
    outcomes.addAll(second.get(150, SECONDS));

    assertThat(Broker.issues(target))
        .extracting(RawIssue::key)
        .containsExactlyInAnyOrderElementsOf(keys(200));
    assertThat(Broker.ledger(target).values()).hasSize(200).allMatch(e -> e.revision() == 1);
    assertThat(outcomes).hasSize(400);
    // After a commit of unknown outcome, the same text of another writer cannot be told from one's
    // own: both then say that they published it. Nobody may say so of less than all of it.
    assertThat(kinds(outcomes).stream().filter(k -> k == Publication.Kind.ACCEPTED))
        .hasSizeGreaterThanOrEqualTo(200);
  }

  @Test
  void keepsBothTextsOfEveryIssueWhenTwoWritersFight() throws Exception {
    var target = Broker.fresh("texts");
    var ready = new CountDownLatch(2);

    var first = CompletableFuture.supplyAsync(() -> fight(target, "甲", ready));
    var second = CompletableFuture.supplyAsync(() -> fight(target, "乙", ready));
    first.get(150, SECONDS);
    second.get(150, SECONDS);

    Map<String, List<RawIssue>> byKey =
        Broker.issues(target).stream().collect(Collectors.groupingBy(RawIssue::key));
    assertThat(byKey).hasSize(200);
    assertThat(byKey.values())
        .allSatisfy(
            revisions -> {
              assertThat(revisions).extracting(RawIssue::revision).containsExactly(1L, 2L);
              assertThat(revisions).extracting(RawIssue::text).containsExactlyInAnyOrder("甲", "乙");
            });
  }

  @Test
  void goesOnWhereItWasWhenTheBrokerIsKilled() throws Exception {
    var target = Broker.fresh("kill");
    var begun = new CountDownLatch(10);

    var run =
        CompletableFuture.supplyAsync(
            () -> {
              var outcomes = new ArrayList<Publication>();
              try (var writer = open(target)) {
                for (int i = 0; i < 300; i++) {
                  outcomes.addAll(
                      writer.publish(
                          List.of(Issues.of("a/" + i, "甲"), Issues.of("b/" + i, "乙")), false));
                  begun.countDown();
                }
              }
              return outcomes;
            });
    begun.await();
    Broker.stack().broker().kill();
    Broker.stack().broker().restart();
    var outcomes = run.get(150, SECONDS);

    assertThat(kinds(outcomes)).hasSize(600).containsOnly(Publication.Kind.ACCEPTED);
    assertThat(Broker.issues(target))
        .extracting(i -> i.key() + "@" + i.revision())
        .doesNotHaveDuplicates()
        .hasSize(600);
    assertThat(Broker.ledger(target)).hasSize(600);
  }

  @Test
  void endsTheTransactionOfAKilledPredecessor() throws Exception {
    var target = Broker.fresh("abort");
    var killed = producer(target, target.transactionalId(), 60_000);
    killed.initTransactions();
    killed.beginTransaction();
    send(killed, target, entry());
    killed.close(Duration.ZERO);

    try (var writer = open(target)) {
      assertThat(writer.publish(List.of(Issues.of("a", "甲")), false))
          .containsExactly(new Publication(Publication.Kind.ACCEPTED, 1));
    }

    assertThat(Broker.records(target, target.topics().ledger())).hasSize(1);
  }

  @Test
  void waitsForTheTransactionOfAForeignClient() throws Exception {
    var target = Broker.fresh("foreign");
    try (var foreign = producer(target, "foreign-" + target.topics().prefix(), 60_000)) {
      foreign.initTransactions();
      foreign.beginTransaction();
      send(foreign, target, entry());

      var opening = CompletableFuture.supplyAsync(() -> open(target));
      assertThatThrownBy(() -> opening.get(3, SECONDS))
          .isInstanceOf(java.util.concurrent.TimeoutException.class);
      foreign.commitTransaction();

      try (var writer = opening.get(30, SECONDS)) {
        assertThat(writer.issues()).isEqualTo(1);
      }
    }
  }

  @Test
  void refusesALedgerThatItCannotRead() throws Exception {
    var target = Broker.fresh("junk");
    try (var foreign = producer(target, "foreign-" + target.topics().prefix(), 60_000)) {
      foreign.initTransactions();
      foreign.beginTransaction();
      send(foreign, target, "junk".getBytes(StandardCharsets.UTF_8));
      foreign.commitTransaction();
    }

    assertThatThrownBy(() -> open(target))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("offset 0 of " + target.topics().ledger());
  }

  private static List<Publication> fight(Target target, String text, CountDownLatch ready) {
    var outcomes = new ArrayList<Publication>();
    try (var writer = open(target)) {
      ready.countDown();
      ready.await();
      for (int i = 0; i < 200; i += 10) {
        var batch = IntStream.range(i, i + 10).mapToObj(k -> Issues.of("k/" + k, text)).toList();
        outcomes.addAll(writer.publish(batch, false));
      }
      return outcomes;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LedgerWriter open(Target target) {
    return LedgerWriter.open(target, PATIENT, Clock.systemUTC());
  }

  private static List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> "k/" + i).toList();
  }

  private static List<Publication.Kind> kinds(List<Publication> publications) {
    return publications.stream().map(Publication::kind).toList();
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, Target target, byte[] value)
      throws Exception {
    byte[] key = "a".getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(target.topics().ledger(), key, value)).get();
  }

  private static byte[] entry() {
    return dev.broadsheet.contract.Json.bytes(
        new LedgerEntry(1, Issues.of("a", "旧").origin().sha256(), 3, State.ACCEPTED));
  }

  private static KafkaProducer<byte[], byte[]> producer(Target target, String id, int timeout) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", target.bootstrap(),
            "transactional.id", id,
            "transaction.timeout.ms", timeout),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
