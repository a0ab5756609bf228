package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import dev.broadsheet.enrich.page.Glyphs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells whether a row opens a sentence of its own although the row before it breaks off: text was
/// lost between them.
final class Openings {
  /// `2024年5月，…`, `5月6日上午，…`, `去年9月，…`
  private static final Clue DATED =
      Clue.of(
          "\\d{4}年"
              + " ?(?:\\d{1,2}月|[，,])|(?:\\d{1,2}月)?\\d{1,2}日(?:上午|下午|晚|晚上|起)?[，,]|(?:今年|去年|前年)\\d{1,2}月[，,]",
          "0123456789今去前");

  /// `上图：小队员…`, `图为…`, `▲…`.
  private static final Clue PICTURE = Clue.of("[▲▼△▽◀▶]|[上下左右]图|图[为一①:：]|图片为", "▲▼△▽◀▶上下左右图");

  private static final Clue DAY =
      Clue.of("(?:\\d{1,2}月)?\\d{1,2}日(?:上午|下午|晚|晚上|起)?[，,]", "0123456789");

  private static final Clue STOCK = Clue.of("(?:近年来|据悉|据了解|据介绍|此外|接下来|下一步|近日)[，,]", "近据此接下");

  /// Characters that lead over to a date or a name.
  private static final String LEADS_OVER = "于在自从至到截止为是和与及的、，,由即";

  private static final String TITLES = "记长任理授席员人者师官委表";
  private static final int HEAD = 20;
  private static final int PREFIX = 4;
  private static final int LONG_QUOTATION = 14;

  private final List<RowFacts> rows;

  /// How many rows open with the same words, counted for the first row that is asked for: most
  /// pages have none.
  private final Map<String, Integer> prefixes = new HashMap<>();

  Openings(List<RowFacts> rows) {
    this.rows = rows;
  }

  private void count() {
    for (RowFacts row : rows) {
      String text = row.text();
      if (text.length() > PREFIX * 3) {
        prefixes.merge(text.substring(0, PREFIX), 1, Integer::sum);
      }
    }
  }

  /// Whether `row` does not go on with text that breaks off.
  boolean isOpening(RowFacts row, String before) {
    if (row.goesOn() || row.mayGoOn() || before.isEmpty()) {
      return false;
    }
    String text = row.text();
    char last = before.charAt(before.length() - 1);
    if (isQuotation(text)) {
      return last != '：' && last != ':' && last != '，' && last != ',';
    }
    if ((last == '，' || last == ',') && DAY.opens(text)) {
      return true;
    }
    if (Ending.of(before) == Ending.OPEN || LEADS_OVER.indexOf(last) >= 0) {
      return false;
    }
    if (DATED.opens(text) || STOCK.opens(text)) {
      return true;
    }
    return isParallel(text) || (row.speech() && TITLES.indexOf(last) < 0 && Glyphs.isHan(last));
  }

  /// Whether `row` may open a paragraph although the one before breaks off: enough to look where
  /// else on the page its sentence goes on.
  boolean mayOpen(RowFacts row, String before) {
    if (isPicture(row.text())) {
      return true;
    }
    if (row.row().gap() <= 0 || row.goesOn()) {
      return false;
    }
    return isOpening(row, before) || DATED.opens(row.text()) || STOCK.opens(row.text());
  }

  /// Whether the text is what stands below a photo.
  static boolean isPicture(String text) {
    return PICTURE.opens(text);
  }

  /// Whether the text opens with the day of an event.
  static boolean isDated(String text) {
    return mayBeDated(text) && DATED.opens(head(text));
  }

  /// Whether the text opens with a day of this year: `3月5日，…`.
  static boolean isDay(String text) {
    return mayBeDated(text) && DAY.opens(head(text));
  }

  private static boolean mayBeDated(String text) {
    return !text.isEmpty()
        && (Glyphs.isDigit(text.charAt(0)) || "今去前".indexOf(text.charAt(0)) >= 0);
  }

  private static String head(String text) {
    return Glyphs.fold(text.substring(0, Math.min(HEAD, text.length())));
  }

  /// Paragraphs of a commentary open with the same words.
  private boolean isParallel(String text) {
    if (text.length() <= PREFIX * 3 || !Glyphs.isHan(text.charAt(0))) {
      return false;
    }
    if (prefixes.isEmpty()) {
      count();
    }
    return prefixes.getOrDefault(text.substring(0, PREFIX), 0) >= 3;
  }

  /// Someone speaks: a clause inside quotation marks, not a term.
  private static boolean isQuotation(String text) {
    char c = text.charAt(0);
    if (c != '“' && c != '"' && c != '「') {
      return false;
    }
    char close = c == '“' ? '”' : c == '"' ? '"' : '」';
    int end = text.indexOf(close, 1);
    int comma = Math.max(text.indexOf('，'), text.indexOf(','));
    int first =
        text.indexOf('，') >= 0 && text.indexOf(',') >= 0
            ? Math.min(text.indexOf('，'), text.indexOf(','))
            : comma;
    return end < 0
        ? text.length() > LONG_QUOTATION
        : first >= 0 && first < end && end > LONG_QUOTATION;
  }
}
