package dev.broadsheet.room.search;

import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How long a bar of the histogram is.
enum TimeUnit {
  DAY(CalendarInterval.Day, Period.ofDays(1)),
  MONTH(CalendarInterval.Month, Period.ofMonths(1)),
  QUARTER(CalendarInterval.Quarter, Period.ofMonths(3)),
  YEAR(CalendarInterval.Year, Period.ofYears(1));

  /// More bars than this are too thin to hit.
  private static final int MAX_BARS = 62;

  private final CalendarInterval interval;
  private final Period length;

  TimeUnit(CalendarInterval interval, Period length) {
    this.interval = interval;
    this.length = length;
  }

  /// The shortest unit that draws these days with few enough bars.
  static TimeUnit between(LocalDate first, LocalDate last) {
    long months = ChronoUnit.MONTHS.between(first.withDayOfMonth(1), last.withDayOfMonth(1)) + 1;
    if (ChronoUnit.DAYS.between(first, last) < MAX_BARS) {
      return DAY;
    }
    if (months <= MAX_BARS) {
      return MONTH;
    }
    return months <= 3 * MAX_BARS ? QUARTER : YEAR;
  }

  CalendarInterval interval() {
    return interval;
  }

  /// The last day of a bar that begins on `first`.
  LocalDate last(LocalDate first) {
    return first.plus(length).minusDays(1);
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
