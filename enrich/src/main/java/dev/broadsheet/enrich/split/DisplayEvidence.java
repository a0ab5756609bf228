package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import dev.broadsheet.enrich.page.Glyphs;
import java.util.List;

/// How much each row looks set apart from running text, in units of log odds.
final class DisplayEvidence {
  /// The first line of a paragraph is two characters shorter, its indent being lost.
  private static final int FIRST_LINE = 5;

  private static final int GENERAL_TITLE = 6;

  private final List<RowFacts> rows;
  private final BigramSet pairs;
  private final double[] furniture;
  private final boolean indented;
  private final Speakers speakers;
  private final double[] scores;
  private final double[] belows;

  DisplayEvidence(List<RowFacts> rows, PageWords words, double[] furniture) {
    this.rows = rows;
    this.pairs = words.pairs();
    this.furniture = furniture;
    this.indented = isIndented(rows);
    this.speakers = words.speakers();
    this.scores = new double[rows.size()];
    this.belows = new double[rows.size()];
    for (int i = 0; i < scores.length; i++) {
      belows[i] = below(i);
      scores[i] = score(i) + belows[i];
    }
  }

  /// Above 0 for display, below 0 for running text.
  double of(int i) {
    return scores[i];
  }

  /// The same without what the row below tells.
  double alone(int i) {
    return scores[i] - belows[i];
  }

  /// How much row `i` looks set apart from running text; negative for running text.
  private double score(int i) {
    RowFacts row = rows.get(i);
    String text = row.text();
    double score = length(text.length());
    score +=
        switch (row.ending()) {
          case CLOSED -> mayEndHeadline(text) ? -1.5 : -6;
          case ITEM -> -5;
          case OPEN -> text.endsWith("：") || text.endsWith(":") ? -0.5 : -5;
          case BARE -> 0.5;
        };
    score -= row.commas() * 0.7 + row.stops() * 5;
    score -= TextSigns.opensWithClause(text) ? (row.halves() > 1 ? 1 : 2.5) : 0;
    score -= TextSigns.opensWithPhrase(text) ? 2.5 : 0;
    score -= row.lead() > 0 ? 8 : 0;
    score -= row.torn() ? 3 : 0;
    score -= row.ending() == Ending.CLOSED && text.length() <= 4 ? 4 : 0;
    score -= row.speech() ? 3 : 0;
    score -= row.goesOn() ? 2 : 0;
    score -= TextSigns.endsWithParticle(text) ? 2.5 : 0;
    score -= TextSigns.opensWithDate(text) ? 2 : 0;
    score +=
        row.halves() >= 2 && row.halves() <= 4 && row.commas() <= 1 && !row.spaced()
            ? 2 - row.commas()
            : 0;
    score += row.row().gap() >= 2 ? 1 : 0;
    score += row.measure() == 0 && text.length() <= 14 && row.row().gap() >= 1 ? 1.5 : 0;
    score += Seams.isNumbered(text) && !inColumn(i) ? 2.5 : 0;
    score -= inColumn(i) ? 2 : 0;
    score -= Glyphs.isBullet(text.charAt(0)) && row.commas() > 0 ? 3 : 0;
    score += isBriefRow(row) && isFree(i) ? 2.5 : 0;
    score += row.isShortLine() ? 3.5 : isMisfit(row) ? 2 : 0;
    score += Seams.isNotice(text) ? 3 : Wording.isBox(text) ? 3 : 0;
    score += isOnText(i) ? 2.5 : 0;
    score += indent(i);
    score += PagePieces.isVertical(row.row()) ? 4 : 0;
    score -= TextSigns.isSigned(text) ? 9 : 0;
    score -= isSignature(i) ? 9 : 0;
    score -= TextSigns.isService(text) ? 7 : 0;
    score -= TextSigns.isCaption(text) ? 3 : 0;
    score -= speakers.isLine(text) ? 5 : 0;
    return score;
  }

  private double below(int i) {
    if (i + 1 == rows.size()) {
      return 0;
    }
    RowFacts row = rows.get(i);
    RowFacts next = rows.get(i + 1);
    double score = next.row().gap() >= 2 ? 0.7 : 0;
    score += isDashed(next) && !isDashed(row) && row.stops() == 0 ? 3 : 0;
    score += opens(next) && row.ending() == Ending.BARE && !row.torn() ? 2 : 0;
    score += row.ending() == Ending.BARE && opensColumnParagraph(i + 1) ? 2 : 0;
    score -=
        TextSigns.isSigned(next.text()) && next.text().length() < 16 && next.row().gap() <= 1
            ? 4
            : 0;
    score -=
        Glyphs.isBullet(row.text().charAt(0))
                && next.row().gap() <= 0
                && next.lead() == 0
                && (row.measure() > 0 || !next.isCut())
            ? 3
            : 0;
    if (row.isCut() && next.lead() == 0 && !Seams.isNumbered(row.text())) {
      score -= next.goesOn() ? 2 : next.mayGoOn() ? 1 : 0;
      score -= pairs.across(row.text(), next.text()) >= 2 ? 1.5 : 0;
    }
    return score;
  }

  /// A line that is shorter by its lost indent and goes on in a full line below.
  private boolean opensColumnParagraph(int i) {
    if (i + 1 >= rows.size() || rows.get(i + 1).row().gap() > 0) {
      return false;
    }
    RowFacts row = rows.get(i);
    int shorter = row.measure() - row.row().width() + (row.ending() == Ending.OPEN ? 2 : 0);
    return row.measure() > 0
        && row.isCut()
        && shorter >= 3
        && shorter <= FIRST_LINE
        && rows.get(i + 1).fits(2);
  }

  /// Whether a row opens a text, so that no sentence of the row above goes on in it.
  private boolean opens(RowFacts row) {
    return row.lead() > 0
        || Openings.isDated(row.text())
        || Glyphs.isBullet(row.text().charAt(0))
        || speakers.isLine(row.text());
  }

  /// An authority's name below the last sentence of its notice, and above its date, the title of
  /// another notice, or nothing.
  private boolean isSignature(int i) {
    if (i == 0 || rows.get(i).row().gap() > 1 || !TextSigns.isHouse(rows.get(i).text())) {
      return false;
    }
    int next = i + 1;
    while (next < rows.size() && next <= i + 3 && TextSigns.isHouse(rows.get(next).text())) {
      next++;
    }
    if (next < rows.size() && TextSigns.isSigned(rows.get(next).text())) {
      return true;
    }
    boolean below = i > 0 && rows.get(i - 1).ending() == Ending.CLOSED;
    return below && (next >= rows.size() || endsNotice(next));
  }

  /// A line of service, the general title of another notice, or the foot of the page.
  private boolean endsNotice(int i) {
    String text = rows.get(i).text();
    return TextSigns.isService(text)
        || (Seams.isNotice(text) && text.replace(" ", "").length() <= GENERAL_TITLE)
        || furniture[i] > 0;
  }

  /// Where a row holds a paragraph, a piece of one is longer than a line of print.
  private static boolean isBriefRow(RowFacts row) {
    return row.measure() == 0
        && row.ending() == Ending.BARE
        && row.text().length() > 6
        && row.text().length() <= 30
        && row.row().gap() >= 1
        && row.commas() == 0
        && !row.goesOn();
  }

  /// Where a row holds a paragraph, a short row without marks that stands on a long one, and that
  /// no sentence goes on to.
  private boolean isOnText(int i) {
    RowFacts row = rows.get(i);
    if (row.measure() > 0
        || row.ending() != Ending.BARE
        || row.text().length() > 24
        || row.commas() > 0
        || i + 1 == rows.size()) {
      return false;
    }
    RowFacts next = rows.get(i + 1);
    boolean free =
        i == 0
            || !rows.get(i - 1).isCut()
            || Openings.isDated(next.text())
            || endsWithHouse(rows.get(i - 1).text());
    return free
        && row.row().gap() >= 0
        && next.row().gap() == 0
        && next.measure() == 0
        && next.text().length() >= 40
        && !next.goesOn();
  }

  /// `…敬请谅解。某某供电公司`: who signed stands behind the last sentence.
  private static boolean endsWithHouse(String text) {
    int stop = text.lastIndexOf('。');
    return stop > 0 && stop < text.length() - 1 && TextSigns.isHouse(text.substring(stop + 1));
  }

  /// Whether no sentence goes on across row `i`.
  private boolean isFree(int i) {
    if (i == 0 || !rows.get(i - 1).isCut() || i + 1 == rows.size()) {
      return true;
    }
    RowFacts next = rows.get(i + 1);
    return next.lead() > 0 || isBriefRow(next);
  }

  /// The line below a headline: `——某某见闻`.
  private static boolean isDashed(RowFacts row) {
    return Glyphs.isDash(row.text().charAt(0)) && row.text().length() <= 30 && row.isCut();
  }

  private static boolean mayEndHeadline(String text) {
    int last = text.length() - 1;
    while (last > 0 && Glyphs.isClosing(text.charAt(last))) {
      last--;
    }
    return "！？!?…".indexOf(text.charAt(last)) >= 0;
  }

  /// A full line of a column that goes on below, or at the top of the next column.
  private boolean inColumn(int i) {
    RowFacts row = rows.get(i);
    if (!row.fits(FIRST_LINE) || i + 1 == rows.size()) {
      return false;
    }
    RowFacts next = rows.get(i + 1);
    boolean below = next.row().gap() <= 0 || (next.row().gap() == 1 && row.isCut());
    return below && next.measure() > 0 && Math.abs(next.measure() - row.measure()) <= 4;
  }

  /// Neither a full line of the column nor one that ends a paragraph.
  private static boolean isMisfit(RowFacts row) {
    return row.measure() > 0
        && row.ending() == Ending.BARE
        && !row.torn()
        && !row.goesOn()
        && !row.fits(FIRST_LINE + 2);
  }

  private static double length(int characters) {
    if (characters <= 30) {
      return 2;
    }
    return characters <= 44 ? 1 : characters <= 60 ? -2 : -8;
  }

  private static boolean isIndented(List<RowFacts> rows) {
    int indents = 0;
    for (RowFacts row : rows) {
      indents += row.row().indent() > 0 ? 1 : 0;
    }
    return indents >= 4 && indents * 10 >= rows.size() && indents * 10 <= rows.size() * 7;
  }

  /// Where paragraphs are indented, an indented row is one, and what stands above it has ended.
  private double indent(int i) {
    if (!indented) {
      return 0;
    }
    if (rows.get(i).row().indent() > 0) {
      return -1.5;
    }
    boolean above = i + 1 < rows.size() && rows.get(i + 1).row().indent() > 0;
    return above && rows.get(i).ending() == Ending.BARE ? 2.5 : 0;
  }
}
