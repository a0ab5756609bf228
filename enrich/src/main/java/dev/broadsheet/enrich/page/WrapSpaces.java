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
  static int measure(String text) {
    int pieces = 1;
    int widest = 0;
    int start = 0;
    for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', start)) {
      pieces++;
      widest = Math.max(widest, Glyphs.width(text, start, space));
      start = space + 1;
    }
    if (pieces < FEWEST_PIECES || widest < NARROWEST) {
      return 0;
    }
    int full = fullLines(text, widest);
    return full >= 2 && full * 2 >= pieces - 1 ? widest : 0;
  }

  /// The measure that each row tells by itself, 0 where it does not.
  public static int[] told(List<Row> rows) {
    int[] told = new int[rows.size()];
    for (int i = 0; i < told.length; i++) {
      told[i] = measure(rows.get(i).text());
    }
    return told;
  }

  /// A row that does not tell takes the measure of the rows above, if its first piece fits in.
  private static int[] spread(List<Row> rows, int[] told) {
    int[] measures = new int[told.length];
    int below = 0;
    for (int i = told.length - 1; i >= 0; i--) {
      below = told[i] > 0 ? told[i] : below;
      measures[i] = below;
    }
    int above = 0;
    for (int i = 0; i < told.length; i++) {
      above = told[i] > 0 ? told[i] : above;
      boolean fits = above > 0 && firstPiece(rows.get(i).text()) <= above + SLACK;
      measures[i] = told[i] > 0 ? told[i] : fits || measures[i] == 0 ? above : measures[i];
    }
    return measures;
  }

  private static int firstPiece(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? 0 : Glyphs.width(text, 0, end);
  }

  private static int fullLines(String text, int measure) {
    int full = 0;
    int start = 0;
    for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', start)) {
      full += Glyphs.width(text, start, space) >= measure - SLACK ? 1 : 0;
      start = space + 1;
    }
    return full;
  }

  /// The measure at each row: its own, else that of the nearest rows; 0 on pages without wrap
  /// spaces.
  ///
  /// @param told by each row itself
  public static int[] ofRows(List<Row> rows, int[] told) {
    return Arrays.stream(told).filter(m -> m > 0).count() < 2 ? told : spread(rows, told);
  }
}
