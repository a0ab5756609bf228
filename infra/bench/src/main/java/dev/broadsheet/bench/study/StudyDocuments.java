package dev.broadsheet.bench.study;

import dev.broadsheet.bench.page.MadePage;
import dev.broadsheet.bench.page.PageMaker;
import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.IssueEnricher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The articles of made pages, as the core writes them.
final class StudyDocuments {
  private static final long SEED = 4;

  private StudyDocuments() {}

  static List<Article> of(List<String> samples, int pages) {
    var maker = new PageMaker("study", samples, SEED);
    IssueEnricher enricher = IssueEnricher.load();
    List<Article> all = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      MadePage page = maker.next();
      var origin = new RawIssue.Origin("bench:", "text/plain", "UTF-8", "0");
      var issue =
          new RawIssue(page.key(), page.text(), 1, false, origin, Instant.EPOCH, IssueHints.NONE);
      var source = new Article.Source("bench:", "0", null, "issues", 0, 0);
      if (enricher.enrich(issue, source) instanceof Enrichment.Articles(var articles)) {
        all.addAll(articles);
      }
    }
    return all;
  }
}
