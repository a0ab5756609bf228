package dev.broadsheet.room.search;

import dev.broadsheet.contract.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The views of one article and of one page of a paper.
public final class Pages {
  private Pages() {}

  /// An article and its neighbours.
  ///
  /// @param article whole
  /// @param neighbours the articles of the same page, itself among them, in reading order
  public record ArticleView(Article article, List<Neighbour> neighbours) {}

  /// An article on the same page.
  public record Neighbour(
      String id, int position, @Nullable String headline, @Nullable String genre) {}

  /// A page of a paper.
  ///
  /// @param issue what its first article says of the issue
  /// @param articles in reading order
  /// @param total how many there are, shown or not
  /// @param pages of the same day's paper, itself among them
  public record IssueView(
      Article.Issue issue, List<Entry> articles, long total, List<PageEntry> pages) {}

  /// An article on its page.
  ///
  /// @param lead beginning of its body
  /// @param whole whether that is all
  public record Entry(
      String id,
      int position,
      @Nullable String kicker,
      @Nullable String headline,
      List<String> subheads,
      @Nullable String column,
      @Nullable String genre,
      @Nullable String byline,
      String lead,
      boolean whole,
      List<String> captions) {}

  /// A page of the same day's paper.
  public record PageEntry(
      String key, @Nullable Integer page, @Nullable String section, long articles) {}

  /// The newest of each paper.
  ///
  /// @param articles that can be searched
  /// @param undated of those, without a day
  public record Holdings(long articles, long undated, List<Paper> papers) {}

  /// A paper.
  ///
  /// @param newest day of its newest issue; null when none is dated
  /// @param received when its last page was taken in, ISO; null when not known
  public record Paper(
      String name, @Nullable String newest, @Nullable String received, long articles) {}
}
