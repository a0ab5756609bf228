package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch._types.Refresh;
import dev.broadsheet.cli.letter.Replayer;
import dev.broadsheet.cli.reindex.Reindexer;
import dev.broadsheet.cli.reindex.Report;
import dev.broadsheet.cli.reindex.Steps;
import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.DeadLetters;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.KafkaAccess;
import dev.broadsheet.enrich.EnrichApp;
import dev.broadsheet.enrich.EnrichConfig;
import dev.broadsheet.ingest.kafka.Patience;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import dev.broadsheet.ingest.table.Hash128;
import dev.broadsheet.rig.GeneratedPage;
import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.sink.install.ElasticConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Letters of articles, letters that nobody can replay, and a core that cuts otherwise. The tests
/// share a pipeline, each leaves it balanced.
@Tag("stack")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RepairIT {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Topics TOPICS = new Topics("broadsheet");
  private static final String WRITE = "broadsheet-articles-write";
  private static final PageGenerator GENERATOR = new PageGenerator(88, 3, 6);

  @TempDir private static Path folder;
  private static final List<GeneratedPage> pages = new ArrayList<>();
  private static Pipeline pipeline;

  @BeforeAll
  static void start() {
    pipeline = Pipeline.start(folder.resolve("data"));
    for (int i = 0; i < 6; i++) {
      GeneratedPage page = GENERATOR.next();
      pages.add(page);
      Pages.deliver(page, pipeline.inbox());
    }
    awaitArticles(pages.stream().mapToInt(p -> p.headlines().size()).sum());
  }

  @AfterAll
  static void stop() {
    if (pipeline != null) {
      pipeline.close();
    }
  }

  @Test
  @Order(1)
  void letterOfAnArticleBringsAllArticlesOfItsIssueAnew() throws Exception {
    GeneratedPage page = pages.getFirst();
    String id = page.key() + "#2";
    delete(id);
    pipeline.send(letterOfArticle(page.key(), id));
    assertThat(pipeline.json("dlq", "list", "--json").at("/counts/0/reason").asString())
        .isEqualTo("mapping");

    var printed = pipeline.command("dlq", "replay", "--reason", "mapping");

    assertThat(printed.out()).contains("1 published again");
    pipeline.awaitCaughtUp(SOON);
    assertThat(pipeline.json("dlq", "list", "--json").at("/open").asLong()).isZero();
    assertThat(revisions(page)).hasSize(page.headlines().size()).containsOnly(2L);
    assertBalanced();
  }

  @Test
  @Order(2)
  void letterThatNobodyCanReplayIsClosedByHandAndKept() throws Exception {
    var letter = new ProducerRecord<byte[], byte[]>(TOPICS.issuesDeadLetters(), bytes("stray"));
    letter
        .headers()
        .add(HeaderNames.DLQ_REASON, bytes("key"))
        .add(HeaderNames.DLQ_STAGE, bytes("enrich"));
    pipeline.send(letter);
    String place = pipeline.json("dlq", "list", "--json").at("/newest/0/place").asString();
    var replayed = pipeline.command("dlq", "replay", place);
    assertThat(replayed.code()).isEqualTo(1);
    assertThat(replayed.out()).contains("broadsheet dlq close " + place);

    assertThat(pipeline.command("dlq", "close", place).code()).isZero();

    assertThat(pipeline.json("dlq", "list", "--json").at("/open").asLong()).isZero();
    assertThat(pipeline.command("dlq", "show", place).out()).contains("stray");
    String nowhere = place.replaceAll("[0-9]+$", "99");
    assertThat(pipeline.command("dlq", "close", nowhere).code()).isEqualTo(1);
    assertBalanced();
  }

  @Test
  @Order(3)
  void reindexWithACoreThatCutsOtherwiseLeavesNothingStale() throws Exception {
    String before = pipeline.liveIndex();
    pipeline.process("enrich").stop();
    String bootstrap = pipeline.stack().bootstrapServers();
    Path state = folder.resolve("other");
    var config = new EnrichConfig(KafkaAccess.plain(bootstrap), TOPICS, state, 1, 1, List.of());
    try (var enrich = new EnrichApp(config, new OtherCuts())) {
      enrich.start(() -> {});

      Report report = reindex();

      assertThat(report.switched()).isTrue();
      assertThat(report.reissued()).isEqualTo(pages.size());
      long more = pages.stream().filter(p -> OtherCuts.findsMore(p.key())).count();
      assertThat(more).isBetween(1L, pages.size() - 1L);
      assertThat(report.differences().added().count()).isEqualTo(more);
      assertThat(report.differences().gone().count()).isEqualTo(pages.size() - more);
      assertThat(pipeline.liveIndex()).isNotEqualTo(before);
      pipeline.awaitCaughtUp(SOON);
      assertThat(pipeline.visible().articles().keySet()).isEqualTo(otherIds());
      assertBalanced();

      // Enrich knows the new numbers: what a shorter revision no longer has is hidden.
      GeneratedPage shorter = GENERATOR.revise(pages.getFirst(), 1);
      pages.set(0, shorter);
      Pages.deliver(shorter, pipeline.inbox());
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(pipeline.visible().articles().keySet()).isEqualTo(otherIds()));
      pipeline.awaitCaughtUp(SOON);
      assertBalanced();

      assertThat(pipeline.command("reindex", "--switch-to", before).code()).isZero();
      assertThat(pipeline.liveIndex()).isEqualTo(before);
      assertThat(pipeline.visible().articles().keySet()).isEqualTo(otherIds());
      assertBalanced();
    }
  }

  private static Report reindex() throws Exception {
    String bootstrap = pipeline.stack().bootstrapServers();
    try (var kafka = new TopicScan(KafkaAccess.plain(bootstrap));
        var elastic = ElasticConnection.to(pipeline.stack().elasticsearchUrl(), SOON)) {
      var parts =
          new Reindexer.Parts(
              TOPICS,
              kafka,
              elastic.client(),
              Pipeline.versions(elastic),
              new OtherCuts(),
              issues -> reissue(kafka, issues));
      return new Reindexer(parts, new Silent()).run(true);
    }
  }

  private static long reissue(TopicScan kafka, Set<Hash128> issues) {
    var target = new Target(pipeline.stack().bootstrapServers(), TOPICS);
    var patience = new Patience(SOON, () -> false);
    long published;
    try (var writer = LedgerWriter.open(target, patience, Clock.systemUTC())) {
      published = new Replayer(TOPICS, kafka, writer, _ -> {}).reissue(issues).published();
    }
    pipeline.awaitCaughtUp(SOON);
    return published;
  }

  /// What [OtherCuts] makes of the pages.
  private static Set<String> otherIds() {
    var ids = new TreeSet<String>();
    for (GeneratedPage page : pages) {
      int articles = OtherCuts.number(page.key(), page.headlines().size());
      IntStream.rangeClosed(1, articles).forEach(i -> ids.add(page.key() + "#" + i));
    }
    return ids;
  }

  /// As the sink would have written it, had the index refused the article.
  private static ProducerRecord<byte[], byte[]> letterOfArticle(String issue, String id) {
    var failed =
        new ConsumerRecord<>(TOPICS.articles(), 0, 0L, bytes(id), bytes("{\"id\":\"as sent\"}"));
    failed.headers().add(HeaderNames.ISSUE, bytes(issue)).add(HeaderNames.REVISION, bytes("1"));
    return DeadLetters.of(
        TOPICS.articlesDeadLetters(),
        failed,
        new DeadLetters.Cause("sink", RejectReason.MAPPING, "as a test", null));
  }

  private static void delete(String id) throws IOException {
    try (var elastic = ElasticConnection.to(pipeline.stack().elasticsearchUrl(), SOON)) {
      elastic.client().delete(d -> d.index(WRITE).id(id).refresh(Refresh.True));
    }
  }

  private static List<Long> revisions(GeneratedPage page) {
    return pipeline.visible().articles().values().stream()
        .filter(a -> a.issue().key().equals(page.key()))
        .map(a -> a.version().revision())
        .toList();
  }

  private static void awaitArticles(int number) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(pipeline.visible().articles()).hasSize(number));
    pipeline.awaitCaughtUp(SOON);
  }

  private static void assertBalanced() {
    pipeline.json("reconcile", "--json");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Nobody watches.
  private static final class Silent implements Steps {
    @Override
    public void begin(String what, long expected) {}

    @Override
    public void step() {}
  }
}
