package dev.broadsheet.enrich.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days as machines write them, in issue keys and hints.
final class DayText {
  /// 20250320, 2025-03-20, 2025-03/20, 202503/20
  private static final Pattern PADDED =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[-_./]?(\\d\\d)[-_./]?(\\d\\d)(?!\\d)");

  /// 2025/3/20, 2025.3.20, 2025年3月20日
  private static final Pattern PARTED =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[-_./年](\\d{1,2})[-_./月](\\d{1,2})(?!\\d)");

  private static final int LONGEST = 1024;

  private DayText() {}

  /// The last day that a text holds: the folders before it may be those of a year or a delivery.
  static Optional<LocalDate> find(String text) {
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    Optional<LocalDate> padded = last(PADDED.matcher(bounded));
    return padded.isPresent() ? padded : last(PARTED.matcher(bounded));
  }

  /// A day given as a value of its own; empty where it is none.
  static Optional<LocalDate> parse(String value) {
    return value.length() > 40 ? Optional.empty() : find(value);
  }

  private static Optional<LocalDate> last(Matcher matcher) {
    Optional<LocalDate> last = Optional.empty();
    while (matcher.find()) {
      Optional<LocalDate> day = day(matcher);
      last = day.isPresent() ? day : last;
    }
    return last;
  }

  private static Optional<LocalDate> day(Matcher matcher) {
    int month = Integer.parseInt(matcher.group(2));
    int day = Integer.parseInt(matcher.group(3));
    if (month < 1 || month > 12) {
      return Optional.empty();
    }
    YearMonth of = YearMonth.of(Integer.parseInt(matcher.group(1)), month);
    return of.isValidDay(day) ? Optional.of(of.atDay(day)) : Optional.empty();
  }
}
