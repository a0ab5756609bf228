package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.date.Expression.BareDay;
import dev.broadsheet.enrich.date.Expression.Day;
import dev.broadsheet.enrich.date.Expression.Feast;
import dev.broadsheet.enrich.date.Expression.LunarDay;
import dev.broadsheet.enrich.date.Expression.Months;
import dev.broadsheet.enrich.date.Expression.OffsetDay;
import dev.broadsheet.enrich.date.Expression.OffsetMonth;
import dev.broadsheet.enrich.date.Expression.Quarters;
import dev.broadsheet.enrich.date.Expression.Range;
import dev.broadsheet.enrich.date.Expression.Week;
import dev.broadsheet.enrich.date.Expression.Year;
import dev.broadsheet.enrich.date.Expression.Years;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// Resolves the expressions of one text in reading order, from the reference and from what the
/// text has named before. Used by one thread, for one text.
final class Timeline {
  private final @Nullable LocalDate pivot;
  private final YearCarry years;
  private final YearlyDays yearlyDays = new YearlyDays();

  private @Nullable LocalDate today;
  private @Nullable YearMonth lastMonth;
  private @Nullable YearMonth newsMonth;

  Timeline(Reference reference) {
    this.pivot = reference.pivot();
    this.today = reference.issueDay();
    this.years = new YearCarry(pivot);
  }

  /// Says what an expression means.
  ///
  /// @param at where it stands in the squeezed text
  /// @param cue what the words around it say of its time
  Outcome resolve(Expression expression, int at, Cue cue) {
    return switch (expression) {
      case Year(YearRef year) -> year(year, at, cue);
      case Years(int first, int last) ->
          Outcome.found(Span.between(Span.year(first), Span.year(last)));
      case Quarters(YearRef year, int first, int last) -> quarters(year, first, last, at, cue);
      case Months(YearRef year, int first, int last) -> months(year, first, last, at, cue);
      case Day(YearRef year, int month, int day) -> day(year, month, day, at, cue);
      case BareDay(int day, boolean firm) -> bareDay(day, firm, cue);
      case OffsetMonth(int months, int day) -> offsetMonth(months, day);
      case OffsetDay(int days) -> offsetDay(days);
      case Week(int weeks, int weekday) -> week(weeks, weekday);
      case LunarDay(YearRef year, _, _) -> yearly(expression, year, at, cue);
      case Feast(YearRef year, _, _) -> yearly(expression, year, at, cue);
      case Range(Expression first, Expression last) -> range(first, last, at, cue);
    };
  }

  /// The text goes on with a new sentence.
  void endSentence() {
    years.endSentence();
  }

  /// The text goes on with a new paragraph: a bare day is again one of the news.
  void endParagraph() {
    years.endParagraph();
    if (newsMonth != null) {
      lastMonth = newsMonth;
    }
  }

  /// The report was filed on a day: 今天 is that day.
  void fileOn(LocalDate day) {
    today = day;
    newsMonth = YearMonth.from(day);
    lastMonth = newsMonth;
  }

  private Outcome year(YearRef ref, int at, Cue cue) {
    Integer year = years.explicit(ref);
    if (year == null) {
      return Outcome.UNKNOWN;
    }
    years.noteYear(year, at, cue);
    return Outcome.found(Span.year(year));
  }

  private Outcome quarters(YearRef ref, int first, int last, int at, Cue cue) {
    Integer year =
        ref.isOpen()
            ? years.near(first == last ? first * 3 - 2 : last * 3, 1, at, cue)
            : years.explicit(ref);
    if (year == null) {
      return Outcome.UNKNOWN;
    }
    years.noteYear(year, at, cue);
    return Outcome.found(
        first == last
            ? Span.quarter(year, first)
            : Span.between(
                Span.month(YearMonth.of(year, first * 3 - 2)),
                Span.month(YearMonth.of(year, last * 3))));
  }

  private Outcome months(YearRef ref, int first, int last, int at, Cue cue) {
    Integer year = ref.isOpen() ? years.near(last, 1, at, cue) : years.explicit(ref);
    if (year == null) {
      return Outcome.UNKNOWN;
    }
    note(YearMonth.of(year, last), at);
    return Outcome.found(
        Span.between(Span.month(YearMonth.of(year, first)), Span.month(YearMonth.of(year, last))));
  }

  private Outcome day(YearRef ref, int month, int day, int at, Cue cue) {
    if (month < 1 || month > 12 || day > YearMonth.of(2024, month).lengthOfMonth()) {
      return Outcome.IMPOSSIBLE;
    }
    Integer year = ref.isOpen() ? years.near(month, day, at, cue) : years.explicit(ref);
    if (year == null) {
      return Outcome.UNKNOWN;
    }
    return dayIn(YearMonth.of(year, month), day, at);
  }

  private Outcome dayIn(YearMonth month, int day, int at) {
    return month.isValidDay(day) ? dayFound(month.atDay(day), at) : Outcome.IMPOSSIBLE;
  }

  private Outcome dayFound(LocalDate day, int at) {
    note(YearMonth.from(day), at);
    return Outcome.found(Span.day(day));
  }

  private Outcome bareDay(int day, boolean firm, Cue cue) {
    YearMonth month = lastMonth;
    if (month == null && firm && pivot != null) {
      month = nearMonth(pivot, day, cue);
    }
    return month != null && month.isValidDay(day)
        ? Outcome.found(Span.day(month.atDay(day)))
        : Outcome.UNKNOWN;
  }

  /// The month in which a day of the month comes nearest: behind the issue, or ahead where it is
  /// still to come.
  private static YearMonth nearMonth(LocalDate pivot, int day, Cue cue) {
    YearMonth month = YearMonth.from(pivot);
    if (cue.ahead()) {
      return day < pivot.getDayOfMonth() ? month.plusMonths(1) : month;
    }
    return day > pivot.getDayOfMonth() + 1 ? month.minusMonths(1) : month;
  }

  /// 昨日; a bare day behind it is one of the same month.
  private Outcome offsetDay(int days) {
    if (today == null) {
      return Outcome.UNKNOWN;
    }
    LocalDate day = today.plusDays(days);
    lastMonth = YearMonth.from(day);
    return Outcome.found(Span.day(day));
  }

  private Outcome offsetMonth(int months, int day) {
    if (pivot == null) {
      return Outcome.UNKNOWN;
    }
    YearMonth month = YearMonth.from(pivot).plusMonths(months);
    if (day == 0) {
      return Outcome.found(Span.month(month));
    }
    return month.isValidDay(day) ? Outcome.found(Span.day(month.atDay(day))) : Outcome.IMPOSSIBLE;
  }

  private Outcome week(int weeks, int weekday) {
    if (today == null) {
      return Outcome.UNKNOWN;
    }
    LocalDate monday =
        today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks);
    return Outcome.found(
        weekday == 0
            ? Span.days(monday, monday.plusDays(6))
            : Span.day(monday.plusDays(weekday - 1L)));
  }

  /// A day that comes once a year: in the year that is named, else the nearest one.
  private Outcome yearly(Expression expression, YearRef ref, int at, Cue cue) {
    if (!ref.isOpen()) {
      Integer year = years.explicit(ref);
      if (year == null) {
        return Outcome.UNKNOWN;
      }
      years.noteYear(year, at, cue);
      return yearlyDays.in(expression, year);
    }
    Integer carried = years.carried(at, cue);
    if (carried != null) {
      return yearlyDays.in(expression, carried);
    }
    return pivot == null ? Outcome.UNKNOWN : yearlyDays.nearest(expression, pivot);
  }

  private Outcome range(Expression first, Expression last, int at, Cue cue) {
    if (!(resolve(first, at, cue) instanceof Outcome.Found(Span from))) {
      return Outcome.UNKNOWN;
    }
    years.noteYear(from.from().getYear(), at, Cue.NONE);
    lastMonth = YearMonth.from(from.from());
    Outcome end = resolve(last, at, cue);
    if (!(end instanceof Outcome.Found(Span to))) {
      return end;
    }
    return to.to().isBefore(from.from()) ? Outcome.UNKNOWN : Outcome.found(Span.between(from, to));
  }

  /// Remembers the month for bare days; one near the issue is where the news is.
  private void note(YearMonth month, int at) {
    years.noteMonth(month, at);
    lastMonth = month;
    if (pivot == null || Math.abs(ChronoUnit.MONTHS.between(month, YearMonth.from(pivot))) <= 1) {
      newsMonth = month;
    }
  }
}
