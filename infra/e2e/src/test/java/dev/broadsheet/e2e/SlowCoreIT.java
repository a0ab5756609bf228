package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.IssueRecords;
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
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A core that takes longer over an issue than a transaction may last, which is ten seconds.
@Tag("stack")
@Tag("long")
@Timeout(300)
class SlowCoreIT {
  private static final Topics TOPICS = new Topics("slow");
  private static final int ISSUES = 6;
  private static final int ARTICLES = 4;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {11, 20, 60})
  void transactionThatRunsOutOfTimeIsDoneAgainAndDoublesNothing(int seconds) throws Exception {
    var pages = new PageGenerator(41, ARTICLES, ARTICLES);
    var core = new SlowCore(Duration.ofSeconds(seconds));
    try (Stack stack = Stack.start(StackConfig.of(folder.resolve("data")))) {
      String bootstrap = stack.bootstrapServers();
      TopicInstaller.install(new Target(bootstrap, TOPICS), 1, 1);
      var config =
          new EnrichConfig(
              KafkaAccess.plain(bootstrap), TOPICS, folder.resolve("state"), 1, 1, List.of());
      try (var producer =
              new KafkaProducer<>(
                  Map.<String, Object>of("bootstrap.servers", bootstrap),
                  new ByteArraySerializer(),
                  new ByteArraySerializer());
          var watch = TopicWatch.start(bootstrap, TOPICS);
          var app = new EnrichApp(config, core)) {
        // All are there before it starts, so that one transaction holds several of them.
        for (int i = 0; i < ISSUES; i++) {
          producer.send(IssueRecords.write(TOPICS.issues(), issue("k/" + i, pages.next()))).get();
        }
        app.start(() -> {});

        watch.await(
            w -> w.count(TOPICS.articles()) >= ISSUES * ARTICLES,
            Duration.ofSeconds(60L + 3L * seconds));

        assertThat(watch.count(TOPICS.articles())).isEqualTo(ISSUES * ARTICLES);
        assertThat(watch.count(TOPICS.issuesDeadLetters())).isZero();
        assertThat(app.isRunning()).isTrue();
      }
    }
  }

  private static RawIssue issue(String key, GeneratedPage page) {
    String sha256 = Digests.sha256(page.text().getBytes(StandardCharsets.UTF_8));
    var origin = new RawIssue.Origin("test:", "text/plain", "UTF-8", sha256);
    return new RawIssue(key, page.text(), 1, false, origin, Instant.EPOCH, IssueHints.NONE);
  }

  /// Slow over one of the issues, however often it sees it.
  private static final class SlowCore implements Enricher {
    private final IssueEnricher core = IssueEnricher.load();
    private final Duration time;

    SlowCore(Duration time) {
      this.time = time;
    }

    @Override
    public Enrichment enrich(RawIssue issue, Article.Source source) {
      if (issue.key().equals("k/3")) {
        try {
          Thread.sleep(time);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return core.enrich(issue, source);
    }
  }
}
