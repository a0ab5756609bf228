package dev.broadsheet.enrich.split;

import java.util.ArrayList;
import java.util.List;

/// The lines of a head as they were set: rows that are one line of print, broken where the box
/// ended, are joined.
final class HeadLines {
  private static final int LONGEST = 24;

  /// A display row.
  ///
  /// @param gap blank lines above
  /// @param affinity how strongly it points to the body
  /// @param joins whether the page has the word that the row before and this one would make
  record Line(int row, String text, int gap, double affinity, boolean joins) {
    private Line with(Line below) {
      return new Line(row, text + below.text, gap, affinity + below.affinity, joins);
    }
  }

  private HeadLines() {}

  static List<Line> of(List<Line> rows) {
    List<Line> lines = new ArrayList<>();
    for (Line row : rows) {
      Line last = lines.isEmpty() ? null : lines.getLast();
      if (last != null && row.gap() == 0 && isBroken(last, row)) {
        lines.removeLast();
        lines.add(last.with(row));
      } else {
        lines.add(row);
      }
    }
    return lines;
  }

  private static boolean isBroken(Line above, Line below) {
    boolean plain = above.text().indexOf(' ') < 0 && below.text().indexOf(' ') < 0;
    boolean whole = HeadSigns.isLeadIn(above.text()) || HeadSigns.isFact(above.text());
    boolean named = HeadSigns.isName(above.text()) && above.text().length() >= 8;
    return (below.joins() || TextSigns.endsWithParticle(above.text()))
        && plain
        && !whole
        && !HeadSigns.isSubtitle(below.text())
        && !named
        && above.text().length() + below.text().length() <= LONGEST
        && isOneBox(above.text().length(), below.text().length());
  }

  /// Lines of one box are about as long; a mere word above a line is a standing title.
  private static boolean isOneBox(int above, int below) {
    return above >= 4 && Math.abs(above - below) <= (above >= 6 ? 6 : 1);
  }
}
