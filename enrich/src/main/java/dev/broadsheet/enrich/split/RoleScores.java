package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.split.FurnitureTokens.Kind;
import dev.broadsheet.enrich.split.PagePieces.Piece;
import dev.broadsheet.enrich.split.RoleDecoder.State;
import java.util.List;
import java.util.regex.Pattern;

/// Evidence for the role of each row, in units of log odds: about 2 is "mostly", 5 "nearly always".
final class RoleScores {
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?:\\d{4}|[〇零○一二三四五六七八九]{4}) ?年 ?[\\d一二三四五六七八九十]{1,2} ?月 ?[\\d一二三四五六七八九十]{1,3} ?日$");

  private static final double NEVER = -12;

  /// The first line of a paragraph is two characters shorter, its indent being lost.
  private static final int FIRST_LINE = 5;

  private final List<RowFacts> rows;
  private final List<Piece> pieces;
  private final List<FurnitureRow> furniture;
  private final BigramSet pairs;
  private final int[] lastBody;
  private final int lastLong;
  private final boolean indented;

  RoleScores(
      List<RowFacts> rows, List<Piece> pieces, List<FurnitureRow> furniture, BigramSet pairs) {
    this.rows = rows;
    this.pieces = pieces;
    this.furniture = furniture;
    this.pairs = pairs;
    this.indented = isIndented(rows);
    this.lastBody = lastBodies();
    this.lastLong = lastLong();
  }

  /// The nearest row above each row that looks like body.
  private int[] lastBodies() {
    int[] last = new int[rows.size()];
    int body = -1;
    for (int i = 0; i < last.length; i++) {
      last[i] = body;
      body = pieces.get(i).pointer() == null && display(i) < 0 ? i : body;
    }
    return last;
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

  /// The last row of running text: what stands below it may be the colophon.
  private int lastLong() {
    int last = rows.size() - 1;
    while (last >= 0 && (rows.get(last).row().width() < 24 || furniture.get(last).isFurniture())) {
      last--;
    }
    return last;
  }

  /// A telephone number inside the page belongs to a notice.
  private static boolean isContact(FurnitureRow reading) {
    return (reading.has(Kind.CONTACT) || reading.has(Kind.EMAIL) || reading.has(Kind.WEBSITE))
        && reading.kinds() <= 2
        && !reading.has(Kind.STAFF);
  }

  /// How much row `i` looks like `state` by itself.
  double of(int i, State state) {
    return switch (state) {
      case FURNITURE -> furniture(i);
      case DISPLAY -> pieces.get(i).pointer() == null ? display(i) : NEVER;
      case INSET ->
          pieces.get(i).pointer() == null ? Math.min(display(i) - below(i), 4.5) - 0.5 : NEVER;
      case BODY -> pieces.get(i).pointer() == null ? 0 : NEVER;
      case BYLINE -> isByline(i) ? 11 : isAuthor(i) ? 3.5 : NEVER;
      case JUMP -> pieces.get(i).pointer() == null ? NEVER : 9;
    };
  }

  /// A name alone: below a headline, or below the last line of its text.
  private boolean isAuthor(int i) {
    if (!PersonNames.isName(rows.get(i).text()) || i == 0) {
      return false;
    }
    boolean below = i + 1 < rows.size() && display(i - 1) > 0 && display(i + 1) < 0;
    boolean signed = !rows.get(i - 1).isCut() && (i + 1 == rows.size() || display(i + 1) > 0);
    return below || (signed && rows.get(i).text().indexOf(' ') > 0);
  }

  private boolean isByline(int i) {
    return pieces.get(i).isByline() || BylineRows.isByline(rows.get(i).text());
  }

  private double furniture(int i) {
    FurnitureRow reading = furniture.get(i);
    if (!reading.isFurniture()) {
      return isPageHead(i) ? 6 : NEVER;
    }
    if (isContact(reading) && i < lastLong && i >= 8) {
      return -4;
    }
    if (reading.isCertain()) {
      return 10;
    }
    boolean head = i < 24;
    boolean foot = i >= rows.size() - 14;
    boolean weak =
        reading.tokens().stream()
            .allMatch(
                t ->
                    t.kind() == Kind.PAPER_NAME
                        || t.kind() == Kind.ENGLISH_NAME
                        || t.kind() == Kind.DATE
                        || t.kind() == Kind.DATE_HAN
                        || t.kind() == Kind.DATE_PART
                        || t.kind() == Kind.WEATHER
                        || t.kind() == Kind.NUMBER
                        || t.kind() == Kind.WEEKDAY);
    if (reading.kinds() >= 3 || (weak && reading.kinds() == 2)) {
      return 11;
    }
    if (i >= rows.size() - 8 && (reading.has(Kind.STAFF) || reading.has(Kind.STAFF_ROW))) {
      return 11;
    }
    if (reading.has(Kind.PAGE_SECTION)) {
      return i < 3 || i >= rows.size() - 3 ? 9 : -4;
    }
    if (weak) {
      return head ? 6 : foot && !reading.has(Kind.WEATHER) ? 1 : -4;
    }
    return (head || foot ? 5 : 3) + (reading.share() > 0.8 ? 2 : 0);
  }

  /// A word or two beside the date at the top of the page name the page.
  private boolean isPageHead(int i) {
    if (i > 3 || rows.get(i).text().length() > 8 || rows.get(i).commas() > 0) {
      return false;
    }
    return (i + 1 < rows.size() && gap(i + 1) <= 1 && furniture.get(i + 1).kinds() >= 2)
        || (i > 0 && gap(i) <= 0 && furniture.get(i - 1).kinds() >= 2);
  }

  /// How much row `i` looks set apart from running text; negative for running text.
  private double display(int i) {
    RowFacts row = rows.get(i);
    String text = row.text();
    double score = length(text.length());
    score +=
        switch (row.ending()) {
          case CLOSED -> text.endsWith("。") || text.endsWith("。”") ? -6 : -1.5;
          case ITEM -> -5;
          case OPEN -> text.endsWith("：") || text.endsWith(":") ? -0.5 : -5;
          case BARE -> 0.5;
        };
    score -= row.commas() * 0.7 + row.stops() * 5;
    score -= opensWithClause(text) ? (row.halves() > 1 ? 1 : 2.5) : 0;
    score -= row.lead() > 0 ? 8 : 0;
    score -= row.torn() ? 3 : 0;
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
    score += isShortLine(row) ? 3.5 : 0;
    score += Seams.isNotice(text) ? 3 : 0;
    score += indent(i);
    score += PagePieces.isVertical(row.row()) ? 4 : 0;
    score -= isSigned(text) ? 5 : 0;
    score -= isAnswer(text) ? 5 : 0;
    return score + below(i);
  }

  private double below(int i) {
    if (i + 1 == rows.size()) {
      return 0;
    }
    RowFacts row = rows.get(i);
    RowFacts next = rows.get(i + 1);
    double score = next.row().gap() >= 2 ? 0.7 : 0;
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

  /// In a column only the last line of a paragraph is short, and that one has an end mark.
  private static boolean isShortLine(RowFacts row) {
    return row.measure() > 0
        && row.ending() == Ending.BARE
        && row.row().width() * 10 < row.measure() * 6
        && !row.goesOn();
  }

  /// A full line of a column that goes on below.
  private boolean inColumn(int i) {
    RowFacts row = rows.get(i);
    boolean full = row.measure() > 0 && row.row().width() >= row.measure() - FIRST_LINE;
    return full && i + 1 < rows.size() && rows.get(i + 1).measure() > 0 && gap(i + 1) <= 0;
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
    int comma = text.indexOf('，') >= 0 ? text.indexOf('，') : text.indexOf(',');
    return comma > 0
        && comma <= 10
        && text.substring(0, comma).matches("[\\d年月日 ]{2,10}(?:上午|下午|晚|晚上)?");
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
    boolean cut = before == State.BODY && rows.get(i - 1).isCut();
    return cut ? (gap(i) <= 0 ? -3 : -1.5) : -20;
  }

  private double afterBody(int i, State state) {
    RowFacts above = rows.get(i - 1);
    boolean near = gap(i) <= 0 && (above.measure() > 0 || gap(i) < 0);
    if (!above.isCut()) {
      return state == State.BODY || !near ? 0 : -0.5;
    }
    return switch (state) {
      case BODY -> rows.get(i).lead() > 0 ? -3 : 1.5 + (near ? 1 : 0) + joins(i - 1, i);
      case DISPLAY -> near ? -5 : above.ending() == Ending.OPEN ? -3.5 : -2.5;
      case BYLINE -> near && gap(i) == 0 ? -4 : -1;
      case FURNITURE -> near && gap(i) == 0 ? -2 : -0.5;
      case JUMP, INSET -> 0;
    };
  }

  private double joins(int above, int below) {
    if (above < 0) {
      return 0;
    }
    return (rows.get(below).goesOn() || rows.get(below).mayGoOn() ? 1 : 0)
        + (pairs.across(rows.get(above).text(), rows.get(below).text()) >= 2 ? 1 : 0);
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
