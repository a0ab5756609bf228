package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import dev.broadsheet.enrich.page.Glyphs;
import java.util.List;
import java.util.regex.Pattern;

/// How much each row looks set apart from running text, in units of log odds.
final class DisplayEvidence {
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?:\\d{4}|[〇零○一二三四五六七八九]{4}) ?年 ?[\\d一二三四五六七八九十]{1,2} ?月 ?[\\d一二三四五六七八九十]{1,3} ?日$");

  /// The first line of a paragraph is two characters shorter, its indent being lost.
  private static final int FIRST_LINE = 6;

  private final List<RowFacts> rows;
  private final BigramSet pairs;
  private final boolean indented;
  private final double[] scores;
  private final double[] belows;

  DisplayEvidence(List<RowFacts> rows, BigramSet pairs) {
    this.rows = rows;
    this.pairs = pairs;
    this.indented = isIndented(rows);
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
    score -= opensWithClause(text) ? (row.halves() > 1 ? 1 : 2.5) : 0;
    score -= row.lead() > 0 ? 8 : 0;
    score -= row.torn() ? 3 : 0;
    score -= row.ending() == Ending.CLOSED && text.length() <= 4 ? 4 : 0;
    score -= row.speech() ? 3 : 0;
    score -= row.goesOn() ? 2 : 0;
    score -= endsWithParticle(text) ? 2.5 : 0;
    score -= opensWithDate(text) ? 2 : 0;
    score +=
        row.halves() >= 2 && row.halves() <= 4 && row.commas() <= 1 && !row.spaced()
            ? 2 - row.commas()
            : 0;
    score += row.row().gap() >= 2 ? 1 : 0;
    score += row.measure() == 0 && text.length() <= 14 && row.row().gap() >= 1 ? 1.5 : 0;
    score += Seams.isNumbered(text) ? 2.5 : 0;
    score -= inColumn(i) ? 2 : 0;
    score += isBriefRow(row) && isFree(i) ? 2.5 : 0;
    score += row.isShortLine() ? 3.5 : 0;
    score += Seams.isNotice(text) ? 3 : 0;
    score += indent(i);
    score += PagePieces.isVertical(row.row()) ? 4 : 0;
    score -= isSigned(text) ? 5 : 0;
    score -= isAnswer(text) ? 5 : 0;
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
    score -= isSigned(next.text()) && next.text().length() < 16 && next.row().gap() <= 1 ? 4 : 0;
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

  /// A full line of a column that goes on below.
  private boolean inColumn(int i) {
    RowFacts row = rows.get(i);
    boolean full = row.measure() > 0 && row.row().width() >= row.measure() - FIRST_LINE;
    return full
        && i + 1 < rows.size()
        && rows.get(i + 1).measure() > 0
        && rows.get(i + 1).row().gap() <= 0;
  }

  private static double length(int characters) {
    if (characters <= 30) {
      return 2;
    }
    return characters <= 44 ? 1 : characters <= 60 ? -2 : -8;
  }

  private static boolean endsWithParticle(String text) {
    return !text.isEmpty()
        && "的和与及以在把被从对将向为让使是或由不各每该其并等".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /// `某某市某某局 2026年4月9日`: the signature of a notice belongs to its text.
  private static boolean isSigned(String text) {
    return text.length() < 50 && text.endsWith("日") && SIGNED.matcher(text).find();
  }

  /// `问：…`, `答：…`, `记者：…`: lines of an interview.
  private static boolean isAnswer(String text) {
    int colon = text.indexOf('：') >= 0 ? text.indexOf('：') : text.indexOf(':');
    return colon >= 1 && colon <= 3 && ("问答".indexOf(text.charAt(0)) >= 0 || text.startsWith("记者"));
  }

  /// `此次，…`: a short clause before the first comma opens a sentence.
  private static boolean opensWithClause(String text) {
    int reach = Math.min(5, text.length());
    for (int i = 1; i < reach; i++) {
      if (text.charAt(i) == '，' || text.charAt(i) == ',') {
        return true;
      }
    }
    return false;
  }

  /// `3月5日，…` and `5日上午，…` open a sentence.
  private static boolean opensWithDate(String text) {
    if (!Glyphs.isDigit(text.charAt(0))) {
      return false;
    }
    int comma = text.indexOf('，') >= 0 ? text.indexOf('，') : text.indexOf(',');
    return comma > 0
        && comma <= 10
        && text.substring(0, comma).matches("[\\d年月日 ]{2,10}(?:上午|下午|晚|晚上)?");
  }

  private static boolean isIndented(List<RowFacts> rows) {
    long indents = rows.stream().filter(row -> row.row().indent() > 0).count();
    return indents >= 4 && indents * 10 >= rows.size() && indents * 10 <= rows.size() * 7L;
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
