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

  private static final int LONGEST_SIBLING = 16;

  private final Map<String, Integer> patterns = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();

  Parallels(List<RowFacts> rows) {
    for (RowFacts row : rows) {
      String pattern = pattern(row.text());
      if (!pattern.isEmpty()) {
        patterns.merge(pattern, 1, Integer::sum);
      }
      String place = place(row.text());
      if (!place.isEmpty() && row.row().gap() > 0) {
        places.merge(place, 1, Integer::sum);
      }
    }
  }

  /// Whether another row of the page has the pattern of this one.
  boolean isParallel(String text) {
    String pattern = pattern(text);
    return !pattern.isEmpty() && patterns.getOrDefault(pattern, 0) >= 2;
  }

  /// Whether another row that stands alone has the same marks at the same places: `山上的“绿”账`
  /// and `水里的“金”账`.
  boolean isSibling(String text) {
    String place = place(text);
    return !place.isEmpty() && places.getOrDefault(place, 0) >= 2;
  }

  /// Length and places of the marks of a short row, empty when it has not two of them.
  private static String place(String text) {
    if (text.length() > LONGEST_SIBLING || Glyphs.isFullStop(text.charAt(text.length() - 1))) {
      return "";
    }
    if (marks(text) < 2) {
      return "";
    }
    StringBuilder places = new StringBuilder().append(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (isMark(text.charAt(i))) {
        places.append(text.charAt(i)).append(i);
      }
    }
    return places.toString();
  }

  /// The marks of a short row without an end mark; empty when they are too few to be a pattern.
  private static String pattern(String text) {
    if (text.length() > LONGEST || Glyphs.isFullStop(text.charAt(text.length() - 1))) {
      return "";
    }
    if (marks(text) < FEWEST_MARKS) {
      return "";
    }
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (isMark(text.charAt(i))) {
        marks.append(Glyphs.fold(text.charAt(i)));
      }
    }
    boolean parted = marks.indexOf(":") >= 0 || marks.indexOf("-") >= 0;
    return parted ? marks.toString() : "";
  }

  private static int marks(String text) {
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      marks += isMark(text.charAt(i)) ? 1 : 0;
    }
    return marks;
  }

  private static boolean isMark(char c) {
    return !Glyphs.isLetterOrDigit(c) && !Glyphs.isBlank(c) && !Glyphs.isBullet(c);
  }
}
