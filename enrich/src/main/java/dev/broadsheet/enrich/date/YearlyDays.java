package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.date.Expression.Feast;
import dev.broadsheet.enrich.date.Expression.LunarDay;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Days that come once a year: feasts, and days of the lunar calendar. A lunar year costs some
/// microseconds, so each day of it is computed once for a text. Used by one thread, for one text.
final class YearlyDays {
  private final Map<Expression, Map<Integer, Optional<Span>>> known = new HashMap<>();

  /// The day in a year.
  Outcome in(Expression expression, int year) {
    return day(expression, year).map(Outcome::found).orElse(Outcome.UNKNOWN);
  }

  /// The one that comes nearest to a day.
  Outcome nearest(Expression expression, LocalDate near) {
    Span best = null;
    for (int year = near.getYear() - 1; year <= near.getYear() + 1; year++) {
      Span span = day(expression, year).orElse(null);
      if (span != null && (best == null || distance(span, near) < distance(best, near))) {
        best = span;
      }
    }
    return best == null ? Outcome.UNKNOWN : Outcome.found(best);
  }

  private Optional<Span> day(Expression expression, int year) {
    return known
        .computeIfAbsent(expression, _ -> new HashMap<>())
        .computeIfAbsent(year, y -> compute(expression, y));
  }

  private static Optional<Span> compute(Expression expression, int year) {
    if (expression instanceof LunarDay(YearRef ref, int month, int day)) {
      return lunarDay(ref, year, month, day).map(Span::day);
    }
    if (expression instanceof Feast(_, Festival festival, boolean holiday)) {
      return holiday ? festival.holiday(year) : festival.in(year).map(Span::day);
    }
    return Optional.empty();
  }

  /// A year that is named is the lunar one (2024年腊月); else the day comes once in ours.
  private static Optional<LocalDate> lunarDay(YearRef ref, int year, int month, int day) {
    return ref.isOpen()
        ? LunarCalendar.inYear(year, month, day)
        : LunarCalendar.day(year, month, day);
  }

  private static long distance(Span span, LocalDate day) {
    return Math.abs(ChronoUnit.DAYS.between(span.from(), day));
  }
}
