package dev.broadsheet.enrich.split;

import java.util.List;

/// A page, cut: its articles in reading order and where every character went.
///
/// @param masthead fields of the issue
/// @param articles in reading order; may be empty
/// @param segments cover the raw text without gap or overlap, in order of the text
public record PageSplit(
    MastheadFields masthead, List<ArticleDraft> articles, List<Segment> segments) {
  public PageSplit {
    articles = List.copyOf(articles);
    segments = List.copyOf(segments);
  }

  /// A stretch of the raw text with one role.
  ///
  /// @param start offset of the first character in the raw text, in UTF-16 units
  /// @param end offset behind the last character
  /// @param role what it is
  /// @param article index in `articles`, or -1 for furniture
  /// @param why the evidence, in a few words, for people
  public record Segment(int start, int end, Role role, int article, String why) {}
}
