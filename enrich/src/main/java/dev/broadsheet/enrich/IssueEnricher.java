package dev.broadsheet.enrich;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.enrich.page.Rows;
import dev.broadsheet.enrich.split.ArticleDraft;
import dev.broadsheet.enrich.split.PageSplit;
import dev.broadsheet.enrich.split.PageSplitter;
import dev.broadsheet.enrich.subject.TopicTerms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The core put together: the text of an issue in, its article documents out. Safe to share.
public final class IssueEnricher implements Enricher {
  private final ArticleWriter writer;

  private IssueEnricher(ArticleWriter writer) {
    this.writer = writer;
  }

  /// With the word lists of the project.
  public static IssueEnricher load() {
    return new IssueEnricher(new ArticleWriter(TopicTerms.load()));
  }

  /// With the word lists of the project, and topic terms of the user's on top.
  ///
  /// @throws IllegalArgumentException when the file is not in the format of the term files
  public static IssueEnricher load(Path terms) {
    return new IssueEnricher(new ArticleWriter(TopicTerms.load().with(terms)));
  }

  @Override
  public Enrichment enrich(RawIssue issue, Article.Source source) {
    if (issue.text().isBlank()) {
      return new Enrichment.Rejected(RejectReason.EMPTY, "no characters but white space");
    }
    int lines = Rows.count(issue.text());
    if (lines > Limits.MAX_LINES) {
      return new Enrichment.Rejected(
          RejectReason.STRUCTURE,
          "%d printed lines, %d are allowed".formatted(lines, Limits.MAX_LINES));
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
    return articles(page.articles(), IssueContext.of(issue, page, source));
  }

  /// An article that is printed twice is kept twice: the second says so.
  private Enrichment articles(List<ArticleDraft> drafts, IssueContext context) {
    List<Article> articles = new ArrayList<>();
    Map<String, String> bodies = new HashMap<>();
    int dates = 0;
    for (ArticleDraft draft : drafts) {
      String body = draft.body();
      String first = draft.paragraphs().isEmpty() ? null : bodies.get(body);
      Article article = writer.write(context, draft, articles.size() + 1, first);
      bodies.putIfAbsent(body, article.id());
      articles.add(article);
      dates += article.findings().dates().size();
      if (dates > Limits.MAX_DATES) {
        return new Enrichment.Rejected(
            RejectReason.STRUCTURE,
            "more than %d dates by article %d".formatted(Limits.MAX_DATES, articles.size()));
      }
    }
    return new Enrichment.Articles(articles);
  }
}
