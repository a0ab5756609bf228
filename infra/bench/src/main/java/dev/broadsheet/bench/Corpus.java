package dev.broadsheet.bench;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.date.IssueDating;
import dev.broadsheet.enrich.date.Reference;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.lexicon.Segmenter;
import dev.broadsheet.enrich.split.ArticleDraft;
import dev.broadsheet.enrich.split.PageSplit;
import dev.broadsheet.enrich.split.PageSplitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The pages that the parts of the core are measured on, and what each part is given.
final class Corpus {
  static final int PAGES = 12;
  static final int ARTICLES_A_PAGE = 6;
  static final int CHARACTERS = 600;

  static final Article.Source SOURCE =
      new Article.Source("file:///page.txt", "0", null, "issues", 0, 0);

  private Corpus() {}

  /// The raw pages.
  static List<String> pages() {
    return IntStream.range(0, PAGES)
        .mapToObj(i -> PageText.page(i, ARTICLES_A_PAGE, CHARACTERS))
        .toList();
  }

  /// A page as the pipeline hands it to the core.
  static RawIssue issue(String text) {
    return new RawIssue(
        "yuanjiangrb/2024-03-18/01",
        text,
        1,
        false,
        new RawIssue.Origin("file:///page.txt", "text/plain", "UTF-8", "0"),
        Instant.EPOCH,
        IssueHints.NONE);
  }

  /// An article of a page with the day that its dates are read from.
  record Draft(ArticleDraft article, Reference reference) {
    /// The article cut into words.
    Reading read(Segmenter segmenter) {
      ArticleDraft.Head head = article.head();
      List<String> headlines = new ArrayList<>(head.subheads());
      if (head.headline() != null) {
        headlines.addFirst(head.headline());
      }
      return Reading.of(segmenter, headlines, head.column(), article.paragraphs());
    }
  }

  /// The articles of a page as the splitter cuts them.
  static List<Draft> drafts(String page) {
    PageSplit split = PageSplitter.split(page);
    Reference reference =
        IssueDating.decide(split.masthead(), split.articles(), null, null).reference();
    return split.articles().stream().map(article -> new Draft(article, reference)).toList();
  }
}
