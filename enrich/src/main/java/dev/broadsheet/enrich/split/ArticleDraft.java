package dev.broadsheet.enrich.split;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article as the splitter cut it: its printed parts, healed, in reading order.
///
/// @param head what stands above or beside the body
/// @param bylines byline and credit lines outside the body, as printed, without a box mark;
///     empty when the byline stands in the lead
/// @param paragraphs body, one healed paragraph an element; empty for a teaser
/// @param captions of its photos
/// @param jumps where it goes on, comes from or points to
/// @param flags what is uncertain, such as `headline_lost`
public record ArticleDraft(
    Head head,
    List<String> bylines,
    List<String> paragraphs,
    List<String> captions,
    Jumps jumps,
    List<String> flags) {
  public ArticleDraft {
    bylines = List.copyOf(bylines);
    paragraphs = List.copyOf(paragraphs);
    captions = List.copyOf(captions);
    flags = List.copyOf(flags);
  }

  /// Headline group.
  public record Head(
      @Nullable String headline,
      @Nullable String kicker,
      List<String> subheads,
      @Nullable String column) {
    public Head {
      subheads = List.copyOf(subheads);
    }
  }

  /// Page numbers of jump lines and pointers.
  ///
  /// @param continuedOn from a jump line (下转第3版)
  /// @param continuedFrom from a continuation line (上接第1版)
  /// @param refersTo from a teaser's pointer (详见第四版)
  public record Jumps(
      @Nullable Integer continuedOn, @Nullable Integer continuedFrom, @Nullable Integer refersTo) {
    public static final Jumps NONE = new Jumps(null, null, null);
  }

  /// The body, one paragraph a line.
  public String body() {
    return String.join("\n", paragraphs);
  }
}
