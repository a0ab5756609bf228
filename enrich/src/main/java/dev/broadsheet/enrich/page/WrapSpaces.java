package dev.broadsheet.enrich.page;

import java.util.Arrays;
import java.util.List;

/// Spaces that stand where a printed line ended. Several printed lines are one row of the file, a
/// space between them; the pieces are all about as wide as the column was.
public final class WrapSpaces {
  private static final int FEWEST_PIECES = 3;
  private static final int NARROWEST = 12;
  private static final int SLACK = 3;

  private WrapSpaces() {}

  /// The measure of the column that a row was set in, in half-width units; 0 when its spaces do not
  /// tell.
  public static int measure(String text) {
    int pieces = 0;
    int widest = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ') {
        pieces++;
        widest = i < text.length() ? Math.max(widest, Glyphs.width(text, start, i)) : widest;
        start = i + 1;
      }
    }
    if (pieces < FEWEST_PIECES || widest < NARROWEST) {
      return 0;
    }
    return fullLines(text, widest) * 2 >= pieces - 1 ? widest : 0;
  }

  private static int fullLines(String text, int measure) {
    int full = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ') {
        full += Glyphs.width(text, start, i) >= measure - SLACK ? 1 : 0;
        start = i + 1;
      }
    }
    return full;
  }

  /// The measure at each row: its own, else that of the nearest rows; 0 on pages without wrap
  /// spaces.
  public static int[] ofRows(List<Row> rows) {
    int[] measures = rows.stream().mapToInt(row -> measure(row.text())).toArray();
    long told = Arrays.stream(measures).filter(m -> m > 0).count();
    if (told < 2) {
      return measures;
    }
    int last = 0;
    for (int i = 0; i < measures.length; i++) {
      last = measures[i] > 0 ? measures[i] : last;
      measures[i] = last;
    }
    for (int i = measures.length - 1; i >= 0; i--) {
      last = measures[i] > 0 ? measures[i] : last;
      measures[i] = last;
    }
    return measures;
  }
}
