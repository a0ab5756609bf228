package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.LetterSpacing;
import dev.broadsheet.enrich.page.Marks;
import dev.broadsheet.enrich.page.Row;

/// What a row shows by itself.
///
/// @param row the row
/// @param ending how it ends
/// @param lead length of its 讯头, 0 without
/// @param commas commas and semicolons inside
/// @param stops end marks before the end
/// @param torn whether a quotation or bracket is open at its end or closed before it was opened
/// @param halves pieces between single spaces
/// @param speech whether it opens with who says what: `张三强调，`
/// @param goesOn whether it opens as the rest of a sentence
/// @param mayGoOn whether it opens with one character and a comma
/// @param measure of its column, 0 when it was not set in lines
/// @param spaced whether spaces in it are wraps of printed lines
record RowFacts(
    Row row,
    Ending ending,
    int lead,
    int commas,
    int stops,
    boolean torn,
    int halves,
    boolean speech,
    boolean goesOn,
    boolean mayGoOn,
    int measure,
    boolean spaced) {
  private static final WordEnds SAYS =
      WordEnds.of(
          "指出", "强调", "要求", "表示", "介绍", "认为", "说", "坦言", "告诉记者", "透露", "提出", "希望", "提醒", "解释", "回忆",
          "建议", "呼吁", "感慨", "直言", "告诉我们");

  private static final Marks COMMAS = Marks.of("，,；;");
  private static final Marks AFTER_SAYING = Marks.of("，,：:");
  private static final Marks NEVER_FIRST = Marks.of("，,、。；;：:！？!?”’」』）)》%％的了着们地得者性化");
  private static final Marks SECOND = Marks.of("，,。；;、");

  /// How far from the start a verb of saying stands.
  private static final int REACH = 18;

  static RowFacts of(Row row, int measure, boolean spaced) {
    String text = LetterSpacing.close(row.text());
    int commas = 0;
    int stops = 0;
    int depth = 0;
    int halves = 1;
    boolean torn = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Glyphs.isCommonHan(c)) {
        continue;
      }
      if (COMMAS.has(c)) {
        commas++;
      } else if (c == '。') {
        stops += i < text.length() - 1 ? 1 : 0;
      } else if (c == ' ' || c == '\u3000') {
        halves += Glyphs.isBlank(text.charAt(i - 1)) ? 0 : 1;
      } else if (Glyphs.isOpening(c)) {
        depth++;
      } else if (Glyphs.isClosing(c) && c != '"' && c != '\'') {
        depth--;
        torn |= depth < 0;
      }
    }
    int saying = saying(text);
    return new RowFacts(
        row,
        TextSigns.isComplete(text) ? Ending.CLOSED : Ending.of(text),
        Leads.lengthOf(text),
        commas,
        stops,
        torn || depth > 0,
        halves,
        saying > 0,
        saying == 0 || opensInside(text),
        isTail(text),
        measure,
        spaced);
  }

  /// Opens with a name and a verb of saying, then a comma or colon.
  static boolean isSpeech(String text) {
    return saying(text) > 0;
  }

  /// Where a verb of saying with its comma stands among the first characters; -1 for none.
  private static int saying(String text) {
    int comma = AFTER_SAYING.first(text, 0, Math.min(text.length(), REACH));
    return comma < 0 ? -1 : SAYS.start(text, comma);
  }

  /// Opens with a mark or a word that no sentence begins with.
  static boolean isRest(String text) {
    return opensInside(text) || saying(text) == 0;
  }

  private static boolean opensInside(String text) {
    return NEVER_FIRST.open(text);
  }

  /// `政、科技、…`, `遇，…`: most often the rest of a word.
  static boolean isTail(String text) {
    return isAmount(text)
        || (text.length() > 1
            && SECOND.has(text.charAt(1))
            && Glyphs.isHan(text.charAt(0))
            && !(text.charAt(1) == '、' && "一二三四五六七八九十".indexOf(text.charAt(0)) >= 0));
  }

  /// `1865万元，…`: what a sum is of stands above.
  private static boolean isAmount(String text) {
    int end = 0;
    while (end < text.length() && (Glyphs.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    boolean figure = end + 1 < text.length() && Glyphs.isBlank(text.charAt(end + 1));
    return end > 0
        && !figure
        && (text.startsWith("万元", end)
            || text.startsWith("亿元", end)
            || text.startsWith("元", end)
            || text.startsWith("%", end)
            || text.startsWith("％", end)
            || text.startsWith("平方", end));
  }

  String text() {
    return row.text();
  }

  /// Whether the row is a printed line of its column, at most so much shorter. A mark may hang out.
  boolean fits(int shorter) {
    int width = row.width();
    return measure > 0 && width >= measure - shorter && width <= measure + (marks() + 1) * 2;
  }

  /// In a column only the last line of a paragraph is short, and that one has an end mark.
  boolean isShortLine() {
    return measure > 0
        && ending == Ending.BARE
        && row.width() * 10 < measure * 6
        && !goesOn
        && !torn;
  }

  /// Marks at the end, which may stand outside the column.
  private int marks() {
    String text = row.text();
    int marks = 0;
    while (marks < 3
        && marks < text.length()
        && !Glyphs.isLetterOrDigit(text.charAt(text.length() - 1 - marks))) {
      marks++;
    }
    return marks;
  }

  /// Whether the row, read alone, breaks off in mid-sentence.
  boolean isCut() {
    return !ending.isEnd();
  }
}
