package dev.broadsheet.enrich.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.IssueEnricher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Holds the whole core to its bars on annotated pages.
class QualityTest {
  private static final Path REAL_PAGES = Path.of("../../shared/gold");
  private static final Path OWN_PAGES = Path.of("src/test/resources/pages");
  private static final Path DAILY_PAGES = Path.of("src/test/resources/daily");
  private static final Path FRONT_PAGES = Path.of("src/test/resources/fronts");
  private static final Path UNSEEN_PAGES = Path.of("src/test/resources/unseen");
  private static final IssueEnricher CORE = IssueEnricher.load();

  @Test
  void reachesTheBarsOnRealPages() {
    assumeTrue(
        Files.isDirectory(REAL_PAGES), "skipped: no annotated real pages beside the project");

    Evaluation evaluation = evaluate(REAL_PAGES);

    assertReached(
        evaluation,
        Map.of(
            "articles", 0.95,
            "paragraphs", 0.92,
            "headline", 0.93,
            "kicker", 0.8,
            "byline_names", 0.95,
            "agency", 0.96,
            "event_date", 0.9,
            "dates", 0.93,
            "topics", 0.8,
            "topic_first", 0.93));
    assertThat(evaluation.of("persons").recall()).isGreaterThanOrEqualTo(0.9);
  }

  /// Most of these pages are made to be nasty; the floors are what is reached, so that it does
  /// not fall.
  @Test
  void doesNotFallBehindOnInventedPages() {
    Evaluation evaluation = evaluate(OWN_PAGES);

    assertReached(
        evaluation,
        Map.of(
            "articles", 0.92,
            "paragraphs", 0.91,
            "headline", 0.92,
            "kicker", 0.72,
            "byline_names", 0.95,
            "agency", 0.98,
            "event_date", 0.96,
            "dates", 0.97,
            "topics", 0.78,
            "topic_first", 0.89));
  }

  /// Even pages of eight kinds.
  @Test
  void doesNotFallBehindOnDailyPages() {
    Evaluation evaluation = evaluate(DAILY_PAGES);

    assertReached(
        evaluation,
        Map.of(
            "articles", 0.96,
            "paragraphs", 0.93,
            "headline", 0.92,
            "byline_names", 0.94,
            "agency", 0.98,
            "event_date", 0.97,
            "dates", 0.97,
            "topics", 0.82,
            "topic_first", 0.95));
  }

  /// Most rules are older than these pages.
  @Test
  void doesNotFallBehindOnPagesThatFewRulesWereMadeFrom() {
    Evaluation evaluation = evaluate(FRONT_PAGES);

    assertReached(
        evaluation,
        Map.of(
            "articles", 0.85,
            "paragraphs", 0.91,
            "headline", 0.95,
            "byline_names", 0.93,
            "agency", 0.96,
            "event_date", 0.97,
            "dates", 0.97,
            "topics", 0.84,
            "topic_first", 0.89));
  }

  /// No rule was made from these pages: what a paper that is new may expect.
  @Test
  void reachesTheBarsOnUnseenPages() {
    Evaluation evaluation = evaluate(UNSEEN_PAGES);

    assertReached(
        evaluation,
        Map.of(
            "articles", 0.93,
            "paragraphs", 0.9,
            "headline", 0.93,
            "byline_names", 0.94,
            "agency", 0.96,
            "event_date", 0.95,
            "dates", 0.95,
            "topics", 0.73,
            "topic_first", 0.81));
  }

  private static void assertReached(Evaluation evaluation, Map<String, Double> bars) {
    assertThat(bars)
        .allSatisfy(
            (measure, bar) ->
                assertThat(evaluation.of(measure).f1())
                    .describedAs("%s%n%s", measure, evaluation)
                    .isGreaterThanOrEqualTo(bar));
  }

  private static Evaluation evaluate(Path folder) {
    var evaluation = new Evaluation();
    AnnotatedPage.in(folder).forEach(page -> evaluation.add(page, articles(page)));
    System.out.println(folder + "\n" + evaluation);
    return evaluation;
  }

  private static List<Article> articles(AnnotatedPage page) {
    var issue =
        new RawIssue(
            page.name(),
            page.raw(),
            1,
            false,
            new RawIssue.Origin("file:" + page.name(), "text/plain", "UTF-8", "0".repeat(64)),
            Instant.EPOCH,
            IssueHints.NONE);
    var source = new Article.Source("file:" + page.name(), "0".repeat(64), null, "test", 0, 0);
    return switch (CORE.enrich(issue, source)) {
      case Enrichment.Articles(var articles) -> articles;
      case Enrichment.Rejected(var reason, var message) ->
          throw new AssertionError(page.name() + ": " + reason + ": " + message);
    };
  }
}
