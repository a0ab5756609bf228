package dev.broadsheet.bench.run;

import dev.broadsheet.bench.page.MadePage;
import dev.broadsheet.bench.page.PageMaker;
import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.IssueEnricher;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Issues come one by one over HTTP, five a second: how long until a search finds all articles of
/// each, from the moment that its request is sent.
final class SteadyTrial {
  static final int ISSUES_A_SECOND = 5;
  private static final long SEED = 77;
  private static final Duration LOOK_EVERY = Duration.ofMillis(25);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final URI push;
  private final String token;
  private final ArticleIndex index;
  private final HttpClient http = HttpClient.newHttpClient();

  SteadyTrial(URI push, String token, ArticleIndex index) {
    this.push = push;
    this.token = token;
    this.index = index;
  }

  /// What came out.
  ///
  /// @param issues that were sent
  /// @param medianMs half were searchable after so many milliseconds
  /// @param ninetyNinthMs 99 of 100 were
  /// @param mostMs all were
  record Result(int issues, double medianMs, double ninetyNinthMs, double mostMs) {}

  private record Sent(long nanos, int articles) {}

  /// Sends for so long, and waits until all are found.
  Result run(List<String> samples, Duration time) throws InterruptedException {
    int count = Math.toIntExact(time.toSeconds() * ISSUES_A_SECOND);
    Map<MadePage, Integer> pages = pages(samples, count);
    Map<String, Sent> open = new LinkedHashMap<>();
    List<CompletableFuture<?>> answers = new ArrayList<>();
    List<Double> waits = new ArrayList<>();
    long start = System.nanoTime();
    int sent = 0;
    for (Map.Entry<MadePage, Integer> page : pages.entrySet()) {
      long due = start + sent++ * 1_000_000_000L / ISSUES_A_SECOND;
      while (System.nanoTime() < due) {
        look(open, waits);
        Thread.sleep(LOOK_EVERY);
      }
      open.put(page.getKey().key(), new Sent(System.nanoTime(), page.getValue()));
      answers.add(send(page.getKey()));
    }
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!open.isEmpty() && System.nanoTime() < end) {
      look(open, waits);
      Thread.sleep(LOOK_EVERY);
    }
    answers.forEach(CompletableFuture::join);
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          "%d of %d issues were not found".formatted(open.size(), count));
    }
    return result(waits);
  }

  private static Result result(List<Double> waits) {
    List<Double> sorted = waits.stream().sorted().toList();
    int last = sorted.size() - 1;
    return new Result(
        sorted.size(),
        sorted.get(last / 2),
        sorted.get((int) Math.ceil(last * 0.99)),
        sorted.get(last));
  }

  private void look(Map<String, Sent> open, List<Double> waits) {
    if (open.isEmpty()) {
      return;
    }
    Map<String, Long> found = index.found(open.keySet());
    long now = System.nanoTime();
    open.entrySet()
        .removeIf(
            entry -> {
              boolean there = found.getOrDefault(entry.getKey(), 0L) >= entry.getValue().articles();
              if (there) {
                waits.add((now - entry.getValue().nanos()) / 1e6);
              }
              return there;
            });
  }

  private CompletableFuture<?> send(MadePage page) {
    var request =
        HttpRequest.newBuilder(push.resolve("/issues/" + page.key()))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "text/plain; charset=utf-8")
            .PUT(BodyPublishers.ofString(page.text()))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString())
        .thenAccept(
            answer -> {
              if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
              }
            });
  }

  /// Pages with the number of articles that the core makes of each.
  private static Map<MadePage, Integer> pages(List<String> samples, int count) {
    var maker = new PageMaker("steady", samples, SEED);
    IssueEnricher enricher = IssueEnricher.load();
    Map<MadePage, Integer> pages = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      MadePage page = maker.next();
      pages.put(page, articles(enricher, page));
    }
    return pages;
  }

  private static int articles(IssueEnricher enricher, MadePage page) {
    var origin = new RawIssue.Origin("bench:", "text/plain", "UTF-8", "0");
    var issue =
        new RawIssue(page.key(), page.text(), 1, false, origin, Instant.EPOCH, IssueHints.NONE);
    var source = new Article.Source("bench:", "0", null, "issues", 0, 0);
    return switch (enricher.enrich(issue, source)) {
      case Enrichment.Articles(var articles) -> articles.size();
      case Enrichment.Rejected rejected ->
          throw new IllegalStateException("page %s: %s".formatted(page.key(), rejected));
    };
  }
}
