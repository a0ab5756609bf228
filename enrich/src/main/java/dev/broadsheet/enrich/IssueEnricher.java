package dev.broadsheet.enrich;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.enrich.split.ArticleDraft;
import dev.broadsheet.enrich.split.MastheadFields;
import dev.broadsheet.enrich.split.PageSplit;
import dev.broadsheet.enrich.split.PageSplitter;
import java.util.ArrayList;
import java.util.List;

/// The core put together: the text of an issue in, its article documents out.
public final class IssueEnricher implements Enricher {
  private IssueEnricher() {}

  /// With the word lists of the project.
  public static IssueEnricher load() {
    return new IssueEnricher();
  }

  @Override
  public Enrichment enrich(RawIssue issue, Article.Source source) {
    if (issue.text().isBlank()) {
      return new Enrichment.Rejected(RejectReason.EMPTY, "no characters but white space");
    }
    PageSplit page = PageSplitter.split(issue.text());
    if (page.articles().isEmpty()) {
      return new Enrichment.Rejected(RejectReason.NO_ARTICLES, "nothing but masthead and colophon");
    }
    if (page.articles().size() > Limits.MAX_ARTICLES) {
      return new Enrichment.Rejected(
          RejectReason.TOO_MANY_ARTICLES,
          "%d articles, %d are allowed".formatted(page.articles().size(), Limits.MAX_ARTICLES));
    }
    List<Article> articles = new ArrayList<>();
    for (ArticleDraft draft : page.articles()) {
      articles.add(article(issue, page.masthead(), draft, articles.size() + 1, source));
    }
    return new Enrichment.Articles(articles);
  }

  private static Article article(
      RawIssue issue,
      MastheadFields masthead,
      ArticleDraft draft,
      int position,
      Article.Source source) {
    var id = new ArticleId(issue.key(), position);
    return new Article(
        id.toString(),
        position,
        masthead.date(),
        new Article.Issue(
            issue.key(),
            masthead.paper(),
            masthead.publisher(),
            masthead.serial(),
            masthead.postalCode(),
            masthead.number(),
            masthead.date(),
            masthead.date() == null ? null : "masthead",
            masthead.lunarDate(),
            masthead.weekday(),
            masthead.pages(),
            masthead.page(),
            masthead.section(),
            masthead.website()),
        new Article.Text(
            draft.head().headline(),
            draft.head().kicker(),
            draft.head().subheads(),
            draft.head().column(),
            "news",
            Article.Byline.NONE,
            null,
            Article.Dateline.NONE,
            draft.body(),
            draft.captions(),
            draft.jumps().continuedOn(),
            draft.jumps().continuedFrom()),
        new Article.Findings(
            null,
            List.of(),
            List.of(),
            Article.Entities.NONE,
            List.of(),
            length(draft.body()),
            null,
            null,
            draft.flags().stream().sorted().distinct().toList()),
        new Article.Version(issue.revision(), false, source, Pipeline.VERSION));
  }

  private static int length(String body) {
    return (int) body.codePoints().filter(c -> !Character.isWhitespace(c)).count();
  }
}
