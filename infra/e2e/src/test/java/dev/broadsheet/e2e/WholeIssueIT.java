package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.IssueRecords;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.KafkaAccess;
import dev.broadsheet.enrich.EnrichApp;
import dev.broadsheet.enrich.EnrichConfig;
import dev.broadsheet.enrich.Enricher;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.IssueEnricher;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.topic.TopicInstaller;
import dev.broadsheet.rig.GeneratedPage;
import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.rig.check.TopicWatch;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The enrich stage on a real broker with a core that fails on purpose: what a test driver shows of
/// dead letters and transactions is not what a broker does.
@Tag("stack")
@Timeout(180)
class WholeIssueIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Topics TOPICS = new Topics("whole");

  @TempDir private Path folder;

  @Test
  void issueWithOneBadArticleIsOneDeadLetterAndItsRepairIsTakenIn() throws Exception {
    GeneratedPage page = new PageGenerator(5, 5, 5).next();
    try (Stack stack = Stack.start(StackConfig.of(folder.resolve("data")))) {
      String bootstrap = stack.bootstrapServers();
      TopicInstaller.install(new Target(bootstrap, TOPICS), 1, 1);
      try (var producer = producer(bootstrap);
          var watch = TopicWatch.start(bootstrap, TOPICS);
          var app = new EnrichApp(config(bootstrap), new FailingCore())) {
        app.start(() -> {});

        producer.send(record("large/1", page)).get();
        producer.send(record("throws/1", page)).get();
        awaitCounts(watch, 0, 2);

        producer.send(record("sound/1", page)).get();
        awaitCounts(watch, 5, 2);

        // The state knows nothing of the revision that failed, so the same revision is no repeat.
        producer.send(record("large/1", new PageGenerator(6, 3, 3).next())).get();
        producer.send(record("throws/1", new PageGenerator(7, 3, 3).next())).get();
        awaitCounts(watch, 11, 2);
        assertThat(app.isRunning()).isTrue();
      }
    }
  }

  private static void awaitCounts(TopicWatch watch, long articles, long letters) {
    watch.await(
        w ->
            w.count(TOPICS.articles()) >= articles
                && w.count(TOPICS.issuesDeadLetters()) >= letters,
        SOON);
    assertThat(watch.count(TOPICS.articles())).isEqualTo(articles);
    assertThat(watch.count(TOPICS.issuesDeadLetters())).isEqualTo(letters);
  }

  private EnrichConfig config(String bootstrap) {
    return new EnrichConfig(
        KafkaAccess.plain(bootstrap), TOPICS, folder.resolve("state"), 1, 1, List.of());
  }

  private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
    return new KafkaProducer<>(
        Map.<String, Object>of("bootstrap.servers", bootstrap),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static ProducerRecord<byte[], byte[]> record(String key, GeneratedPage page) {
    String sha256 = Digests.sha256(page.text().getBytes(StandardCharsets.UTF_8));
    var origin = new RawIssue.Origin("test:", "text/plain", "UTF-8", sha256);
    return IssueRecords.write(
        TOPICS.issues(),
        new RawIssue(key, page.text(), 1, false, origin, Instant.EPOCH, IssueHints.NONE));
  }

  /// Makes the fourth of five articles larger than any record may be, or throws at it, as the key
  /// says.
  private static final class FailingCore implements Enricher {
    private final IssueEnricher core = IssueEnricher.load();

    @Override
    public Enrichment enrich(RawIssue issue, Article.Source source) {
      return switch (core.enrich(issue, source)) {
        case Enrichment.Articles(var articles) when articles.size() > 3 ->
            new Enrichment.Articles(spoiled(issue.key(), articles));
        case Enrichment other -> other;
      };
    }

    private static List<Article> spoiled(String key, List<Article> articles) {
      var all = new ArrayList<>(articles);
      if (key.startsWith("throws")) {
        throw new IllegalStateException("on purpose");
      }
      if (key.startsWith("large")) {
        all.set(3, large(all.get(3)));
      }
      return all;
    }

    private static Article large(Article article) {
      Article.Text text = article.text();
      var more =
          new Article.Text(
              text.headline(),
              text.kicker(),
              text.subheads(),
              text.column(),
              text.genre(),
              text.byline(),
              text.agency(),
              text.dateline(),
              "x".repeat(Limits.MAX_RECORD_BYTES),
              text.captions(),
              text.continuedOn(),
              text.continuedFrom());
      return new Article(
          article.id(),
          article.position(),
          article.publishedOn(),
          article.issue(),
          more,
          article.findings(),
          article.version());
    }
  }
}
