package dev.broadsheet.enrich.page;

import java.util.ArrayList;
import java.util.List;

/// Cuts raw text into rows. Every printed character is in exactly one row.
public final class Rows {
  private final String raw;
  private final List<Row> rows = new ArrayList<>();
  private int blanks;

  private Rows(String raw) {
    this.raw = raw;
  }

  /// The rows of a page, in order of the text, vertical text joined.
  public static List<Row> of(String raw) {
    Rows page = new Rows(raw);
    page.read();
    return VerticalText.join(page.rows);
  }

  /// How many lines of a text print something: as many as it has rows, or more where text is
  /// vertical.
  public static int count(String raw) {
    int count = 0;
    boolean printed = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (endsLine(c)) {
        count += printed ? 1 : 0;
        printed = false;
      } else {
        printed = printed || !Glyphs.isBlank(c);
      }
    }
    return printed ? count + 1 : count;
  }

  private void read() {
    int start = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (endsLine(c)) {
        boolean second = c == '\n' && i > 0 && raw.charAt(i - 1) == '\r';
        if (!second) {
          line(start, i);
        }
        start = i + 1;
      }
    }
    line(start, raw.length());
  }

  private static boolean endsLine(char c) {
    return c <= '\u2029' && (c == '\n' || c == '\r' || c == '\f' || c >= '\u2028');
  }

  private void line(int from, int to) {
    int a = from;
    int indent = 0;
    while (a < to && Glyphs.isBlank(raw.charAt(a))) {
      indent += raw.charAt(a) == '\u3000' ? 2 : 1;
      a++;
    }
    if (a == to) {
      blanks++;
      return;
    }
    int b = to;
    while (Glyphs.isBlank(raw.charAt(b - 1))) {
      b--;
    }
    rows.add(new Row(a, b, raw.substring(a, b), blanks, indent));
    blanks = 0;
  }
}
