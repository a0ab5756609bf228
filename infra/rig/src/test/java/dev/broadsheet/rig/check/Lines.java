package dev.broadsheet.rig.check;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.enrich.Enricher;
import dev.broadsheet.enrich.Enrichment;
import java.util.ArrayList;
import java.util.List;

/// A core for tests: every line is the headline of an article.
final class Lines implements Enricher {
  @Override
  public Enrichment enrich(RawIssue issue, Article.Source source) {
    if (issue.text().isEmpty()) {
      return new Enrichment.Rejected(RejectReason.NO_ARTICLES, "nothing");
    }
    var articles = new ArrayList<Article>();
    for (String line : issue.text().lines().toList()) {
      articles.add(article(issue.key(), articles.size() + 1, line, issue.revision(), source));
    }
    return new Enrichment.Articles(articles);
  }

  static Article article(
      String key, int position, String headline, long revision, Article.Source source) {
    var id = new ArticleId(key, position);
    var gone = Article.withdrawn(id, new Article.Version(revision, true, source, "0.1.0"));
    var text =
        new Article.Text(
            headline,
            null,
            List.of(),
            null,
            null,
            gone.text().byline(),
            null,
            gone.text().dateline(),
            "",
            List.of(),
            null,
            null);
    return new Article(
        gone.id(),
        position,
        null,
        gone.issue(),
        text,
        gone.findings(),
        new Article.Version(revision, false, source, "0.1.0"));
  }
}
