package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Crossheads of one pattern: rows with the same marks in the same order, such as
/// `修渠：一条沟的“宽”与“窄”` and `种树：一座山的“黄”与“绿”`.
final class Parallels {
  private static final int LONGEST = 30;
  private static final int FEWEST_MARKS = 3;

  private final Map<String, Integer> patterns = new HashMap<>();

  Parallels(List<RowFacts> rows) {
    for (RowFacts row : rows) {
      String pattern = pattern(row.text());
      if (!pattern.isEmpty()) {
        patterns.merge(pattern, 1, Integer::sum);
      }
    }
  }

  /// Whether another row of the page has the pattern of this one.
  boolean isParallel(String text) {
    String pattern = pattern(text);
    return !pattern.isEmpty() && patterns.getOrDefault(pattern, 0) >= 2;
  }

  /// The marks of a short row without an end mark; empty when they are too few to be a pattern.
  private static String pattern(String text) {
    if (text.length() > LONGEST || Glyphs.isFullStop(text.charAt(text.length() - 1))) {
      return "";
    }
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && !Glyphs.isBlank(c) && !Glyphs.isBullet(c)) {
        marks.append(Glyphs.fold(c));
      }
    }
    boolean parted = marks.indexOf(":") >= 0 || marks.indexOf("-") >= 0;
    return parted && marks.length() >= FEWEST_MARKS ? marks.toString() : "";
  }
}
