package dev.broadsheet.enrich.date;

import java.util.List;

/// What stands beside an expression and decides whether it is a date.
final class Surroundings {
  /// Words of one character that a phrase can follow: 自上月, 比上年, 到年底.
  private static final String PREPOSITIONS = "从自由到至在于较比与和跟同或及将为达超截是对就按据前后，";

  private static final List<String> TIMES_OF_DAY =
      List.of("上午", "下午", "中午", "凌晨", "清晨", "傍晚", "晚上", "晚间", "早上", "早晨", "夜间", "深夜", "当晚");

  private Surroundings() {}

  /// Whether a phrase can start here: after a mark, a gap or a preposition.
  static boolean isEdge(Squeezed text, int i) {
    char before = text.at(i - 1);
    return i == 0
        || text.isGapBefore(i)
        || !Character.isLetterOrDigit(before)
        || PREPOSITIONS.indexOf(before) >= 0;
  }

  /// Whether a clause starts here.
  static boolean isClauseStart(Squeezed text, int i) {
    return i == 0 || text.isGapBefore(i) || "，。；！？：,;!?:".indexOf(text.at(i - 1)) >= 0;
  }

  /// Length of the time of day that starts here; 0 where none does.
  static int timeOfDay(Squeezed text, int i) {
    for (String time : TIMES_OF_DAY) {
      if (text.startsWith(i, time)) {
        return time.length();
      }
    }
    return text.at(i) == '晚' || text.at(i) == '早' ? 1 : 0;
  }

  static boolean startsWithAny(Squeezed text, int i, List<String> pieces) {
    for (String piece : pieces) {
      if (text.startsWith(i, piece)) {
        return true;
      }
    }
    return false;
  }

  /// Index behind the mark that joins two dates to a range (至, 到, —), or -1.
  static int joint(Squeezed text, int i) {
    char c = text.at(i);
    if (c == '至' || c == '到') {
      return i + 1;
    }
    if (c != '-') {
      return -1;
    }
    return text.at(i + 1) == '-' ? i + 2 : i + 1;
  }

  /// Index behind a weekday in brackets （周五）, or `i`.
  static int behindWeekday(Squeezed text, int i) {
    if (text.at(i) != '(') {
      return i;
    }
    int day = text.startsWith(i + 1, "星期") ? i + 3 : text.at(i + 1) == '周' ? i + 2 : -1;
    return day > 0 && text.at(day + 1) == ')' ? day + 2 : i;
  }
}
