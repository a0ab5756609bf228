package dev.broadsheet.e2e;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.Enricher;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.IssueEnricher;
import java.util.ArrayList;
import java.util.List;

/// A core of another version: it finds one article more on some pages, and one less on others.
final class OtherCuts implements Enricher {
  private final IssueEnricher core = IssueEnricher.load();

  /// Articles that it finds where the usual core finds `articles`.
  static int number(String key, int articles) {
    return findsMore(key) ? articles + 1 : Math.max(1, articles - 1);
  }

  static boolean findsMore(String key) {
    return key.hashCode() % 2 == 0;
  }

  @Override
  public Enrichment enrich(RawIssue issue, Article.Source source) {
    return switch (core.enrich(issue, source)) {
      case Enrichment.Articles(var articles) -> new Enrichment.Articles(cut(issue.key(), articles));
      case Enrichment other -> other;
    };
  }

  private static List<Article> cut(String key, List<Article> articles) {
    int number = number(key, articles.size());
    var all = new ArrayList<>(articles.subList(0, Math.min(number, articles.size())));
    if (number > articles.size()) {
      Article last = articles.getLast();
      all.add(
          new Article(
              new ArticleId(key, number).toString(),
              number,
              last.publishedOn(),
              last.issue(),
              last.text(),
              last.findings(),
              last.version()));
    }
    return all;
  }
}
