package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.Marks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Jump lines and page pointers: `（下转第3版）`, `（上接1版）`, `详见第四版`.
///
/// @param kind which way it points
/// @param page the page number, or null when it is not a number
/// @param from offset of its first character in the text that it was found in
/// @param to offset behind its last character
record Pointers(Kind kind, @Nullable Integer page, int from, int to) {
  enum Kind {
    ON,
    FROM,
    SEE
  }

  private static final int REACH = 40;
  private static final int NEAR = 8;
  private static final String PAGE =
      "(?:本报|今日|今天)?第? ?([A-Za-z]?\\d{1,3}|[一二三四五六七八九十]{1,3})(?: ?[、\\-至,/] ?[A-Za-z]?\\d{1,3})*"
          + " ?版";

  /// Characters of the verbs, without one of which there is no jump line.
  private static final Marks VERBS = Marks.of("转接续见刊");

  /// One real line each: `（下转第3版）`, `▶▶下转02版`, `（上接第一版）`, `详见3版`, `见今日第2版`.
  private static final Pattern TAIL =
      Pattern.compile(
          "[(\\[【]? ?[▶►→▷>]{0,4} ?(?:[\\u4e00-\\u9fff]{0,6}?)"
              + "(下转|转至|紧转|转|上接|紧接|接|续|详见|全文见|报道见|刊|见) ?"
              + PAGE
              + "(?:[\\u4e00-\\u9fff]{0,6})? ?[)\\]】]?$");

  private static final Pattern HEAD =
      Pattern.compile("^[(\\[【]? ?[▶►→▷>]{0,4} ?(?:紧接|上接|接) ?" + PAGE + " ?[)\\]】]?");

  private static final Pattern ARROW =
      Pattern.compile(
          "[▶►→▷>]{1,4} ?"
              + PAGE
              + "$|[(\\[【] ?"
              + PAGE
              + " ?[)\\]】]$|(?<=[\\u4e00-\\u9fff”？！) ]) ?([A-D]\\d{1,2})$");

  /// The jump mark at the end of the text, or null.
  static @Nullable Pointers atEnd(String text) {
    int end = text.length();
    boolean named = text.indexOf('版', Math.max(0, end - NEAR)) >= 0;
    if (!named && !(end > 6 && end < REACH && closesWithCode(text))) {
      return null;
    }
    int from = Math.max(0, end - REACH);
    String tail = Glyphs.fold(text.substring(from));
    Matcher mark = named && VERBS.areIn(tail) ? TAIL.matcher(tail) : null;
    if (mark != null && mark.find()) {
      return of(mark.group(1), mark.group(2), from + start(tail, mark), end);
    }
    Matcher arrow = ARROW.matcher(tail);
    if (arrow.find() && tail.indexOf("日", arrow.start()) < 0) {
      String page =
          arrow.group(1) != null
              ? arrow.group(1)
              : arrow.group(2) != null ? arrow.group(2) : arrow.group(3);
      return of("见", page, from + arrow.start(), end);
    }
    return null;
  }

  /// `…A3`.
  private static boolean closesWithCode(String text) {
    int last = text.length() - 1;
    int i = last;
    while (i > last - 2 && Glyphs.isDigit(text.charAt(i))) {
      i--;
    }
    char letter = Glyphs.fold(text.charAt(i));
    return i < last && letter >= 'A' && letter <= 'D';
  }

  /// Words before the verb belong to the mark only inside its bracket or as the whole text.
  private static int start(String tail, Matcher mark) {
    char first = tail.charAt(mark.start());
    boolean bracket = first == '(' || first == '[' || first == '【';
    return bracket || mark.start() == 0 ? mark.start() : mark.start(1);
  }

  /// The continuation mark at the start of the text, or null.
  static @Nullable Pointers atStart(String text) {
    int reach = Math.min(text.length(), REACH);
    if (text.indexOf('接', 0, reach) < 0) {
      return null;
    }
    Matcher mark = HEAD.matcher(Glyphs.fold(text.substring(0, reach)));
    return mark.find() ? of("上接", mark.group(1), 0, mark.end()) : null;
  }

  private static Pointers of(String verb, String page, int from, int to) {
    Kind kind =
        verb.contains("转")
            ? Kind.ON
            : verb.contains("接") || verb.equals("续") ? Kind.FROM : Kind.SEE;
    return new Pointers(kind, Numerals.parse(page), from, to);
  }
}
