package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch._types.Refresh;
import dev.broadsheet.cli.Main;
import dev.broadsheet.contract.DeadLetters;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.IssueRecords;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.rig.GeneratedPage;
import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.sink.install.ElasticConnection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What operators do when something failed. The tests share a pipeline, each leaves it balanced.
@Tag("stack")
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsIT {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Topics TOPICS = new Topics("broadsheet");
  private static final String WRITE = "broadsheet-articles-write";
  private static final PageGenerator PAGES = new PageGenerator(77);

  @TempDir private static Path folder;
  private static Pipeline pipeline;
  private static GeneratedPage page;

  @BeforeAll
  static void start() {
    pipeline = Pipeline.start(folder.resolve("data"));
    page = PAGES.next();
    Pages.deliver(page, pipeline.inbox());
    awaitArticles(page.headlines().size());
  }

  @AfterAll
  static void stop() {
    if (pipeline != null) {
      pipeline.close();
    }
  }

  @Test
  @Order(1)
  void cleanPipelineReconciles() {
    JsonNode balance = reconcile(0);

    assertThat(balance.at("/issues/complete").asLong()).isEqualTo(1);
    assertThat(balance.at("/articles/complete").asLong()).isEqualTo(page.headlines().size());
  }

  @Test
  @Order(2)
  void documentDeletedByHandIsNamedAndReindexBringsItBack() throws IOException {
    String id = page.key() + "#1";
    try (var elastic = ElasticConnection.to(pipeline.stack().elasticsearchUrl(), SOON)) {
      elastic.client().delete(d -> d.index(WRITE).id(id).refresh(Refresh.True));
    }

    JsonNode balance = reconcile(1);

    assertThat(balance.at("/findings/0/name").asString()).isEqualTo(id);
    assertThat(balance.at("/findings/0/kind").asString()).isEqualTo("missing");
    JsonNode report = json(0, "reindex", "--yes", "--json");
    assertThat(report.at("/differences/added/first/0/id").asString()).isEqualTo(id);
    assertThat(report.at("/switched").asBoolean()).isTrue();
    reconcile(0);
  }

  @Test
  @Order(3)
  void replayClosesALetterOnce() throws Exception {
    send(letter());
    assertThat(json(0, "dlq", "list", "--json").at("/open").asLong()).isEqualTo(1);
    String place = json(0, "dlq", "list", "--json").at("/newest/0/place").asString();
    assertThat(command("dlq", "show", place).code()).isZero();

    var printed = command("dlq", "replay");
    command("dlq", "replay", place);

    assertThat(printed.out()).contains("1 published again");
    pipeline.awaitCaughtUp(SOON);
    assertThat(json(0, "dlq", "list", "--json").at("/open").asLong()).isZero();
    assertThat(pipeline.visible().articles().values())
        .hasSize(page.headlines().size())
        .allMatch(a -> a.version().revision() == 2);
    reconcile(0);
  }

  @Test
  @Order(4)
  void issueThatFailsAgainHasOneOpenLetterAndIsAccountedFor() {
    Pages.deliver(
        "bare/2025-01-02/01", "沅江日报\n2025年1月2日 星期四\n国内统一连续出版物号 CN43-0001\n", pipeline.inbox());
    awaitOpenLetter(1);
    reconcile(0);

    command("dlq", "replay");

    awaitOpenLetter(2);
    assertThat(reconcile(0).at("/issues/dead_lettered").asLong()).isEqualTo(1);
    assertThat(command("withdraw", "bare/2025-01-02/01").code()).isZero();
    pipeline.awaitCaughtUp(SOON);
    assertThat(json(0, "dlq", "list", "--json").at("/open").asLong()).isZero();
  }

  @Test
  @Order(5)
  void issuesThatArriveDuringReindexAreInBothIndices() throws InterruptedException {
    String before = json(0, "reindex", "--json").at("/from").asString();
    int expected = page.headlines().size();
    var pages = Stream.generate(PAGES::next).limit(40).toList();
    for (var each : pages) {
      expected += each.headlines().size();
    }
    Thread feeder =
        Thread.ofVirtual().start(() -> pages.forEach(p -> Pages.deliver(p, pipeline.inbox())));

    JsonNode report = json(0, "reindex", "--yes", "--json");

    feeder.join();
    assertThat(report.at("/from").asString()).isEqualTo(before);
    awaitArticles(expected);
    pipeline.awaitCaughtUp(SOON);
    reconcile(0);
    assertThat(command("reindex", "--switch-to", before).code()).isZero();
    awaitArticles(expected);
    reconcile(0);
  }

  @Test
  @Order(6)
  void issueOfTheLedgerWithoutArticlesIsNamed() throws Exception {
    var entry = new LedgerEntry(1, "0".repeat(64), 1, LedgerEntry.State.ACCEPTED);
    send(new ProducerRecord<>(TOPICS.ledger(), bytes("ghost"), Json.bytes(entry)));

    JsonNode balance = reconcile(1);

    assertThat(balance.at("/issues/missing").asLong()).isEqualTo(1);
    assertThat(balance.at("/findings/0/name").asString()).isEqualTo("ghost");
  }

  /// As enrich would have written it, had it failed on the page.
  private static ProducerRecord<byte[], byte[]> letter() {
    var origin =
        new RawIssue.Origin("file:x", "text/plain", "UTF-8", Digests.sha256(bytes(page.text())));
    var issue =
        new RawIssue(page.key(), page.text(), 1, false, origin, Instant.EPOCH, IssueHints.NONE);
    var record = IssueRecords.write(TOPICS.issues(), issue);
    var failed = new ConsumerRecord<>(TOPICS.issues(), 0, 0L, record.key(), record.value());
    record.headers().forEach(failed.headers()::add);
    return DeadLetters.of(
        TOPICS.issuesDeadLetters(),
        failed,
        new DeadLetters.Cause("enrich", RejectReason.FAILED, "as a test", null));
  }

  private static void send(ProducerRecord<byte[], byte[]> record) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", pipeline.stack().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  private static void awaitOpenLetter(long revision) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              JsonNode listing = json(0, "dlq", "list", "--json");
              assertThat(listing.at("/open").asLong()).isEqualTo(1);
              assertThat(listing.at("/newest/0/revision").asLong()).isEqualTo(revision);
            });
  }

  private static void awaitArticles(int number) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(pipeline.visible().articles()).hasSize(number));
    pipeline.awaitCaughtUp(SOON);
  }

  private static JsonNode reconcile(int code) {
    return json(code, "reconcile", "--json");
  }

  private static JsonNode json(int code, String... args) {
    var printed = command(args);
    assertThat(printed.code()).as(printed.err() + printed.out()).isEqualTo(code);
    return Json.tree(bytes(printed.out()));
  }

  private static Pipeline.Printed command(String... args) {
    var all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Pipeline.Printed(code, out.toString(), err.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
