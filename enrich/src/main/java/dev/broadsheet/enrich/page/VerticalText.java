package dev.broadsheet.enrich.page;

import java.util.ArrayList;
import java.util.List;

/// Vertical text comes out of a page as lines of one character each: they are read as one row.
final class VerticalText {
  private VerticalText() {}

  static List<Row> join(List<Row> rows) {
    List<Row> joined = new ArrayList<>(rows.size());
    int i = 0;
    while (i < rows.size()) {
      int end = i;
      while (end < rows.size() && isLetter(rows.get(end)) && (end == i || sameGap(rows, i, end))) {
        end++;
      }
      joined.add(end - i < 2 ? rows.get(i) : column(rows.subList(i, end)));
      i = Math.max(end, i + 1);
    }
    return joined;
  }

  private static boolean isLetter(Row row) {
    return row.text().length() == 1 && Glyphs.isHan(row.text().charAt(0));
  }

  /// A wider gap inside the letters parts two columns of them.
  private static boolean sameGap(List<Row> rows, int first, int next) {
    int gap = rows.get(next).gap();
    return next == first + 1 ? gap <= 1 : gap == rows.get(first + 1).gap();
  }

  private static Row column(List<Row> letters) {
    StringBuilder text = new StringBuilder(letters.size());
    for (Row letter : letters) {
      text.append(letter.text());
    }
    Row first = letters.getFirst();
    return new Row(
        first.start(), letters.getLast().end(), text.toString(), first.gap(), first.indent());
  }
}
