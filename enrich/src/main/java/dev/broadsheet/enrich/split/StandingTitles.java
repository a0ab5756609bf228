package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.lexicon.WordTable;
import dev.broadsheet.enrich.page.Glyphs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Titles that papers print above a column day after day: `简讯`, `新春走基层`, `项目建设进行时`. The
/// list is a resource file.
final class StandingTitles {
  private static final int LONGEST = 16;
  private static final char GAP = '…';
  private static final char ALONE = '+';

  private static final StandingTitles TITLES = load();

  /// How such a title begins and ends; at least two characters are between.
  private record Shape(String start, String end) {
    boolean fits(String text) {
      return text.length() >= start.length() + end.length() + 2
          && text.startsWith(start)
          && text.endsWith(end);
    }
  }

  private final Set<String> titles = new HashSet<>();
  private final Set<String> independent = new HashSet<>();
  private final List<Shape> shapes = new ArrayList<>();

  private StandingTitles() {}

  private static StandingTitles load() {
    StandingTitles list = new StandingTitles();
    WordTable.rows(StandingTitles.class, "columns.txt", 1)
        .forEach(row -> list.add(row.getFirst().strip()));
    return list;
  }

  private void add(String line) {
    int gap = line.indexOf(GAP);
    if (line.charAt(0) == ALONE) {
      independent.add(line.substring(1));
      titles.add(line.substring(1));
    } else if (gap < 0) {
      titles.add(line);
    } else {
      shapes.add(new Shape(line.substring(0, gap), line.substring(gap + 1)));
    }
  }

  /// Whether a line of a head is such a title.
  static boolean contains(String text) {
    if (HeadSigns.isDashed(text)) {
      return false;
    }
    String bare = bare(text);
    return TITLES.titles.contains(bare) || TITLES.hasShape(bare);
  }

  /// Whether it is such a title and no headline even when it stands alone; unlike `读者来信`.
  static boolean isLabel(String text) {
    return contains(text) && !TITLES.independent.contains(bare(text));
  }

  private boolean hasShape(String bare) {
    if (bare.isEmpty() || bare.length() > LONGEST) {
      return false;
    }
    for (Shape shape : shapes) {
      if (shape.fits(bare)) {
        return true;
      }
    }
    return false;
  }

  /// Without marks around it and blanks in it; empty for what is too long.
  private static String bare(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && !Glyphs.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    while (to > from && !Glyphs.isLetterOrDigit(text.charAt(to - 1))) {
      to--;
    }
    return to - from > LONGEST * 2 ? "" : text.substring(from, to).replace(" ", "");
  }
}
