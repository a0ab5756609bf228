package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.split.PagePieces.Piece;
import dev.broadsheet.enrich.split.RoleDecoder.State;
import java.util.BitSet;
import java.util.List;

/// Evidence for the role of each row, in units of log odds: about 2 is "mostly", 5 "nearly always".
final class RoleScores {

  private static final double NEVER = -12;

  /// The first line of a paragraph is this much shorter where its indent is lost, a mark counted
  /// in.
  private static final int FIRST_LINE = 7;

  private final List<RowFacts> rows;
  private final List<Piece> pieces;
  private final double[] furniture;
  private final DisplayEvidence display;
  private final BigramSet pairs;
  private final BitSet verses;
  private final int[] lastBody;

  RoleScores(
      List<RowFacts> rows, List<Piece> pieces, List<FurnitureRow> furniture, PageWords words) {
    this.rows = rows;
    this.pieces = pieces;
    FurnitureEvidence evidence = new FurnitureEvidence(rows, furniture);
    this.furniture = new double[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      this.furniture[i] = evidence.of(i);
    }
    this.verses = Verses.of(rows, pieces, this.furniture);
    this.display = new DisplayEvidence(rows, words, this.furniture);
    this.pairs = words.pairs();
    this.lastBody = lastBodies();
  }

  /// The lines of poems.
  BitSet verses() {
    return verses;
  }

  /// The nearest row above each row that looks like body.
  private int[] lastBodies() {
    int[] last = new int[rows.size()];
    int body = -1;
    for (int i = 0; i < last.length; i++) {
      last[i] = body;
      body = pieces.get(i).pointer() == null && display.of(i) < 0 ? i : body;
    }
    return last;
  }

  /// How much row `i` looks like `state` by itself.
  double of(int i, State state) {
    return switch (state) {
      case FURNITURE -> furniture[i];
      case DISPLAY ->
          pieces.get(i).pointer() == null
              ? display.of(i)
                  + teaser(i)
                  - (furniture[i] > 0 ? 4 : 0)
                  - (isByline(i) ? 6 : 0)
                  - (verses.get(i) ? 9 : 0)
              : NEVER;
      case INSET ->
          pieces.get(i).pointer() == null && !verses.get(i)
              ? Math.min(display.alone(i), 4.5) - 0.5
              : NEVER;
      case BODY -> pieces.get(i).pointer() == null ? 0 : NEVER;
      case BYLINE -> isByline(i) ? 11 : isAuthor(i) ? (spaced(i) ? 7.5 : 5) : NEVER;
      case JUMP -> pieces.get(i).pointer() == null ? NEVER : 9;
    };
  }

  /// What is short and points to another page, on the same row or on the next, announces an article
  /// there.
  private double teaser(int i) {
    Pointers next = i + 1 < rows.size() && gap(i + 1) <= 1 ? pieces.get(i + 1).pointer() : null;
    boolean see = next != null && next.kind() == Pointers.Kind.SEE;
    RowFacts row = rows.get(i);
    boolean question = row.text().endsWith("？") || row.text().endsWith("?");
    if (!see || row.text().length() > 40 || !(row.isCut() || question)) {
      return 0;
    }
    return gap(i + 1) < 0 ? 4 : 2.5;
  }

  /// A name alone: below a headline, or below the last line of its text.
  private boolean isAuthor(int i) {
    String text = rows.get(i).text();
    if (i == 0 || !(PersonNames.areNames(text) || TextSigns.isTeam(text))) {
      return false;
    }
    boolean below = i + 1 < rows.size() && display.of(i - 1) > 0 && display.of(i + 1) < 0;
    boolean signed = !rows.get(i - 1).isCut() && (i + 1 == rows.size() || display.of(i + 1) > 0);
    return below || (signed && spaced(i));
  }

  private boolean spaced(int i) {
    String text = rows.get(i).text();
    return text.indexOf(' ') > 0 || text.indexOf('\u3000') > 0;
  }

  private boolean isByline(int i) {
    return pieces.get(i).isByline();
  }

  /// How well `state` at row `i` goes with `before` above it.
  double between(int i, State before, State state) {
    if (state == State.INSET) {
      return intoInset(i, before);
    }
    return switch (before) {
      case BODY -> afterBody(i, state);
      case INSET -> afterInset(i, state);
      case DISPLAY -> afterDisplay(i, state);
      case FURNITURE -> state == State.BODY && rows.get(i).lead() == 0 ? -0.5 : 0;
      case BYLINE, JUMP -> 0;
    };
  }

  private double intoInset(int i, State before) {
    if (before == State.INSET) {
      return 0.5;
    }
    boolean item = Glyphs.isBullet(rows.get(i).text().charAt(0));
    boolean cut = before == State.BODY && rows.get(i - 1).isCut() && !item;
    return cut ? (gap(i) <= 0 ? -3 : -1.5) : -20;
  }

  private double afterBody(int i, State state) {
    RowFacts above = rows.get(i - 1);
    boolean near = gap(i) <= 0 && (above.measure() > 0 || gap(i) < 0);
    if (!above.isCut()) {
      return state == State.BODY || !near ? 0 : -0.5;
    }
    if (isTorn(above)) {
      near = false;
    }
    return switch (state) {
      case BODY ->
          rows.get(i).lead() > 0
              ? -3
              : (isTorn(above) ? 0.5 : 1.5) + (near ? 1 : 0) + joins(i - 1, i);
      case DISPLAY -> display(i, above, near);
      case BYLINE -> near && gap(i) == 0 ? -4 : -1;
      case FURNITURE -> near && gap(i) == 0 ? -2 : -0.5;
      case JUMP, INSET -> 0;
    };
  }

  private double display(int i, RowFacts above, boolean near) {
    if (TextSigns.endsWithParticle(above.text())) {
      return near ? -5 : -3.5;
    }
    if (isSetApart(i) || isTorn(above)) {
      return -1;
    }
    return near ? -5 : above.ending() == Ending.OPEN ? -3.5 : -2.5;
  }

  /// A line of a column that breaks off before its end has lost its text.
  private static boolean isTorn(RowFacts above) {
    return above.measure() > 0 && !above.fits(FIRST_LINE);
  }

  /// A short line without an end mark in a column is no running text where a full line or another
  /// short one stands below it.
  private boolean isSetApart(int i) {
    RowFacts row = rows.get(i);
    if (!row.isShortLine() || i + 1 >= rows.size() || row.halves() > 3) {
      return false;
    }
    RowFacts next = rows.get(i + 1);
    return next.isShortLine() || (!next.goesOn() && !next.mayGoOn() && next.row().gap() <= 1);
  }

  private double joins(int above, int below) {
    if (above < 0) {
      return 0;
    }
    return (rows.get(below).goesOn() || rows.get(below).mayGoOn() ? 1 : 0)
        + (pairs.across(rows.get(above).text(), rows.get(below).text()) >= 2 ? 1 : 0)
        + (TextSigns.isCounted(rows.get(above).text(), rows.get(below).text()) ? 1 : 0);
  }

  private double afterInset(int i, State state) {
    if (state != State.BODY) {
      return -4;
    }
    RowFacts row = rows.get(i);
    return row.lead() > 0 ? -8 : (row.speech() ? -1 : 0) + 3 * joins(lastBody[i], i);
  }

  private double afterDisplay(int i, State state) {
    return switch (state) {
      case BODY -> rows.get(i).lead() > 0 ? 3.5 : rows.get(i).goesOn() ? -2.5 : 0;
      case BYLINE -> 1;
      case DISPLAY -> 0.3;
      case FURNITURE, JUMP, INSET -> 0;
    };
  }

  private int gap(int i) {
    return rows.get(i).row().gap();
  }
}
