package dev.broadsheet.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.LedgerEntry.State;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.ingest.Broker;
import dev.broadsheet.ingest.kafka.Patience;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.topic.TopicInstaller;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("stack")
@Timeout(180)
class LedgerWriterIT {
  private static final Patience PATIENT = new Patience(Duration.ofSeconds(90), () -> false);

  @Test
  void publishesTheSameBytesOnce() {
    var target = Broker.fresh("same");

    try (var writer = open(target)) {
      assertThat(kinds(writer.publish(issues(5, "甲"), false)))
          .containsOnly(Publication.Kind.ACCEPTED);
      assertThat(kinds(writer.publish(issues(5, "甲"), false)))
          .containsOnly(Publication.Kind.UNCHANGED);
    }

    assertThat(Broker.issues(target)).hasSize(5);
    assertThat(Broker.records(target, target.topics().ledger())).hasSize(5);
  }

  @Test
  void knowsTheLedgerAfterARestart() {
    var target = Broker.fresh("restart");
    try (var writer = open(target)) {
      writer.publish(issues(50, "甲"), false);
      writer.publish(issues(20, "乙"), false);
      writer.withdraw("k/49", false);
    }

    try (var writer = open(target)) {
      assertThat(writer.issues()).isEqualTo(50);
      assertThat(writer.publish(List.of(Issues.of("k/0", "乙")), false))
          .containsExactly(new Publication(Publication.Kind.UNCHANGED, 2));
      assertThat(writer.publish(List.of(Issues.of("k/30", "丙")), false))
          .containsExactly(new Publication(Publication.Kind.REVISED, 2));
      assertThat(writer.publish(List.of(Issues.of("k/49", "甲")), false))
          .containsExactly(new Publication(Publication.Kind.STILL_WITHDRAWN, 2));
    }
  }

  @Test
  void withdrawsWithARecordThatReadersUnderstand() {
    var target = Broker.fresh("withdraw");
    var issue = Issues.of("a", "甲");

    try (var writer = open(target)) {
      writer.publish(List.of(issue), false);
      assertThat(writer.withdraw("b", false).kind()).isEqualTo(Withdrawal.Kind.UNKNOWN);
      assertThat(writer.withdraw("a", false))
          .isEqualTo(new Withdrawal(Withdrawal.Kind.WITHDRAWN, 2));
      assertThat(writer.withdraw("a", false).kind()).isEqualTo(Withdrawal.Kind.ALREADY_WITHDRAWN);
    }

    RawIssue last = Broker.issues(target).getLast();
    assertThat(last.withdrawn()).isTrue();
    assertThat(last.revision()).isEqualTo(2);
    assertThat(Broker.ledger(target))
        .isEqualTo(Map.of("a", new LedgerEntry(2, issue.origin().sha256(), 3, State.WITHDRAWN)));
  }

  @Test
  void seesWhatAnotherWriterDidBeforeItSaysUnchanged() {
    var target = Broker.fresh("stale");

    try (var idle = open(target);
        var other = open(target)) {
      other.publish(List.of(Issues.of("a", "甲")), false);
      assertThat(idle.publish(List.of(Issues.of("a", "甲")), false))
          .containsExactly(new Publication(Publication.Kind.UNCHANGED, 1));
      other.publish(List.of(Issues.of("a", "乙")), false);
      assertThat(idle.publish(List.of(Issues.of("a", "甲")), false))
          .containsExactly(new Publication(Publication.Kind.REVISED, 3));
    }
  }

  @Test
  void saysThatTopicsAreMissing() {
    var target = Broker.bare("missing");

    assertThatThrownBy(() -> open(target))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining(target.topics().ledger())
        .hasMessageContaining("./broadsheet setup");
  }

  @Test
  void saysWithin15SecondsThatKafkaIsNotThere() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var target = new Target("127.0.0.1:" + port, new Topics("nowhere"));
    long start = System.nanoTime();

    var installing = CompletableFuture.runAsync(() -> TopicInstaller.install(target, 1, 1));
    assertThatThrownBy(() -> open(target))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("kafka.bootstrap");
    assertThatThrownBy(installing::join)
        .hasCauseInstanceOf(Unreachable.class)
        .hasMessageContaining("127.0.0.1:" + port);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void saysThatAnAddressIsNone() {
    var target = new Target("no-such-host.invalid:9092", new Topics("nowhere"));

    assertThatThrownBy(() -> open(target))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("no-such-host.invalid:9092")
        .hasMessageContaining("kafka.bootstrap");
  }

  private static LedgerWriter open(Target target) {
    return LedgerWriter.open(target, PATIENT, Clock.systemUTC());
  }

  private static List<IncomingIssue> issues(int count, String text) {
    return keys(count).stream().map(k -> Issues.of(k, text)).toList();
  }

  private static List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> "k/" + i).toList();
  }

  private static List<Publication.Kind> kinds(List<Publication> publications) {
    return publications.stream().map(Publication::kind).toList();
  }
}
