package dev.broadsheet.ingest.calendar;

import java.time.LocalDate;

/// A stretch of days.
///
/// @param from first day
/// @param to last day, not before `from`
public record Days(LocalDate from, LocalDate to) {
  private static final String BETWEEN = "..";

  public Days {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("%s is before %s".formatted(to, from));
    }
  }

  /// A day such as `2025-01-28`, or a stretch such as `2025-01-28..2025-02-03`.
  ///
  /// @throws java.time.DateTimeException for anything else
  public static Days parse(String text) {
    int between = text.indexOf(BETWEEN);
    if (between < 0) {
      var day = LocalDate.parse(text);
      return new Days(day, day);
    }
    return new Days(
        LocalDate.parse(text.substring(0, between).strip()),
        LocalDate.parse(text.substring(between + BETWEEN.length()).strip()));
  }

  /// All days of a year.
  public static Days of(int year) {
    return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /// Whether a day is one of them.
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
