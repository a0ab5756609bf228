package dev.broadsheet.enrich.byline;

import org.jspecify.annotations.Nullable;

/// The head of a report: 本报讯, 新华社北京12月2日电, 湖北某报讯, 据新华社报道.
///
/// @param place printed before the day; null where none is
/// @param date day of filing as printed, without year; null where none is
/// @param end index behind the head in the folded paragraph
record ReportHead(@Nullable String agency, @Nullable String place, @Nullable String date, int end) {
  private static final int LONGEST = 36;
  private static final int LONGEST_PLACE = 10;

  /// Before 讯 these make a word: 通讯, 资讯, 喜讯, 电讯.
  private static final String NOT_PLACE = "通资简短喜电快音审传";
  private static final String STOPS = ",。:;!?()“”\"《》、";

  /// The head that a folded paragraph starts with; null where there is none.
  static @Nullable ReportHead read(String text) {
    int start = start(text);
    boolean quoted = text.startsWith("据", start);
    int from = quoted ? start + 1 : start;
    if (quoted && text.startsWith("《", from)) {
      return ofTitle(text, from + 1);
    }
    Paper.Agency agency = Paper.at(text, from);
    int mark = mark(text, from);
    if (agency != null) {
      int end = from + agency.printed().length();
      if (mark >= end) {
        return of(agency.name(), text.substring(end, mark), mark + 1);
      }
      return quoted
          ? new ReportHead(agency.name(), null, null, end)
          : consolidated(text, agency, end);
    }
    return mark < 0 ? null : ofPaper(text, from, mark);
  }

  /// Skips blanks, an opening bracket and a short label such as 【快讯】.
  private static int start(String text) {
    int i = 0;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '(')) {
      i++;
    }
    if (text.startsWith("【", i)) {
      int close = text.indexOf('】', i);
      i = close > 0 && close - i < 16 ? close + 1 : i + 1;
    }
    return i < text.length() && text.charAt(i) == ' ' ? i + 1 : i;
  }

  /// Index of 讯 or 电 that closes the head, or -1.
  private static int mark(String text, int from) {
    int end = Math.min(text.length(), from + LONGEST);
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (STOPS.indexOf(c) >= 0) {
        return -1;
      }
      if ((c == '讯' && !text.startsWith("员", i + 1)) || (c == '电' && closesDay(text, i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean closesDay(String text, int i) {
    int before = i - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '专')) {
      before--;
    }
    return before >= 0 && "日社".indexOf(text.charAt(before)) >= 0;
  }

  /// 本报综合消息, 新华社消息.
  private static @Nullable ReportHead consolidated(String text, Paper.Agency agency, int end) {
    int behind = Paper.behindExtras(text, end);
    return text.startsWith("消息", behind) || text.startsWith("报道", behind)
        ? new ReportHead(agency.name(), null, null, behind + 2)
        : null;
  }

  /// 据《东江日报》报道
  private static @Nullable ReportHead ofTitle(String text, int from) {
    int close = text.indexOf('》', from);
    if (close < 0 || close - from > LONGEST) {
      return null;
    }
    String title = text.substring(from, close).strip();
    Paper.Agency agency = Paper.at(title, 0);
    boolean known = agency != null && agency.printed().equals(title);
    return known || Paper.endsAsPaper(title) ? new ReportHead(title, null, null, close + 1) : null;
  }

  /// A paper that is not in the table: its name ends as names of papers do.
  private static @Nullable ReportHead ofPaper(String text, int from, int mark) {
    String head = text.substring(from, mark);
    int end = Paper.nameEnd(head);
    if (end < 3) {
      return isPlace(head, text, mark) ? new ReportHead(null, head.strip(), null, mark + 1) : null;
    }
    String name = head.substring(0, end).replace(" ", "");
    return name.chars().allMatch(c -> Folded.isHan((char) c))
        ? of(name, head.substring(end), mark + 1)
        : null;
  }

  /// 东江讯 (记者 …): the place stands for the paper.
  private static boolean isPlace(String head, String text, int mark) {
    String place = head.strip();
    boolean apart = mark + 1 < text.length() && " (:".indexOf(text.charAt(mark + 1)) >= 0;
    return apart
        && place.length() >= 2
        && place.length() <= 5
        && place.chars().allMatch(c -> Folded.isHan((char) c))
        && NOT_PLACE.indexOf(place.charAt(place.length() - 1)) < 0;
  }

  private static @Nullable ReportHead of(@Nullable String agency, String between, int end) {
    String rest = between.substring(Paper.behindExtras(between, 0)).replace(" ", "");
    if (rest.endsWith("专")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    int digit = 0;
    while (digit < rest.length() && !Character.isDigit(rest.charAt(digit))) {
      digit++;
    }
    String place = rest.substring(0, digit);
    String date = rest.substring(digit);
    if (place.length() > LONGEST_PLACE || place.contains("记者")) {
      return null;
    }
    return new ReportHead(
        agency, place.isEmpty() ? null : place, date.isEmpty() ? null : date, end);
  }
}
