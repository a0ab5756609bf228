package dev.broadsheet.ingest.layout;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The text of a page from its characters: columns in reading order, a headline before its body, a
/// paragraph a line with a blank line after it.
///
/// Text that runs from top to bottom is not put together to words.
public final class PageLayout {
  private PageLayout() {}

  /// The text of a page; empty when no character shows.
  ///
  /// @param glyphs in any order
  public static String text(List<Glyph> glyphs) {
    List<Glyph> shown = glyphs.stream().filter(g -> g.size() > 0.5f).toList();
    float usual = usualSize(shown);
    var paragraphs = new Paragraphs(usual);
    Columns.of(Runs.of(shown), usual).forEach(paragraphs::block);
    return paragraphs.text();
  }

  /// The size of most of the characters, to half a point.
  private static float usualSize(List<Glyph> glyphs) {
    Map<Integer, Integer> counts = new HashMap<>();
    glyphs.stream()
        .filter(g -> !g.isSpace())
        .forEach(g -> counts.merge(Math.round(g.size() * 2), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(e -> e.getKey() / 2f)
        .orElse(10f);
  }
}
