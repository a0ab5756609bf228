package dev.broadsheet.bench.page;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.IssueEnricher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The articles of made pages, as the core makes them. Immutable, safe to share.
public final class PageArticles {
  private static final Article.Source SOURCE =
      new Article.Source("bench:", "0", null, "issues", 0, 0);

  private final IssueEnricher enricher = IssueEnricher.load();

  /// The articles of all pages, in their order.
  ///
  /// @throws IllegalStateException when the core rejects a page
  public List<Article> of(List<MadePage> pages) {
    List<Article> all = new ArrayList<>();
    for (MadePage page : pages) {
      switch (enricher.enrich(issue(page), SOURCE)) {
        case Enrichment.Articles(var articles) -> all.addAll(articles);
        case Enrichment.Rejected rejected ->
            throw new IllegalStateException("page %s: %s".formatted(page.key(), rejected));
      }
    }
    return all;
  }

  /// A page as it is taken in.
  public static RawIssue issue(MadePage page) {
    var origin = new RawIssue.Origin("bench:", "text/plain", "UTF-8", "0");
    return new RawIssue(page.key(), page.text(), 1, false, origin, Instant.EPOCH, IssueHints.NONE);
  }
}
