package dev.broadsheet.enrich.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Infers the day of an issue from its articles alone: the day after the latest event that they
/// report, in the year that they speak of.
///
/// @param day null where no event names its day or no year is named
/// @param month where it can be told and the day cannot
record IssueInference(@Nullable LocalDate day, @Nullable YearMonth month) {
  /// An event this long after the one before it is one that is still to come.
  private static final int STRAY_DAYS = 15;

  private static final int MIDDLE_OF_YEAR = 7;

  /// Years that a page may lie behind the last one that it tells of.
  private static final int REACH = 5;

  private static final IssueInference NONE = new IssueInference(null, null);

  /// @param weekday as printed; narrows the day where there is one
  static IssueInference of(PageDates dates, @Nullable DayOfWeek weekday) {
    Integer year = year(dates);
    if (year == null) {
      return NONE;
    }
    MonthDay latest = latest(dates);
    if (latest == null) {
      return new IssueInference(null, month(dates, year));
    }
    int of = isBefore(year, latest, dates) ? year + 1 : year;
    LocalDate day = latest.atYear(of).plusDays(1);
    for (int i = 0; weekday != null && i < 6 && day.getDayOfWeek() != weekday; i++) {
      day = day.plusDays(1);
    }
    return new IssueInference(day, YearMonth.from(day));
  }

  /// The year that the page speaks of: a sexagenary one beside the latest that is named, else that;
  /// null where the latest is only told of and nothing leads on from it.
  private static @Nullable Integer year(PageDates dates) {
    if (dates.years().isEmpty()) {
      return null;
    }
    int last = dates.years().last();
    for (int cycle : dates.cycles()) {
      for (int year = last - 1; year <= last + 1; year++) {
        if (LunarCalendar.cycle(year) == cycle) {
          return year;
        }
      }
    }
    if (dates.isOnlyTold(last)) {
      return reckoned(dates, last);
    }
    return dates.pastYears().contains(last) ? Integer.valueOf(last + 1) : Integer.valueOf(last);
  }

  /// The year to which all spans lead that end soon after the last year that is told of.
  private static @Nullable Integer reckoned(PageDates dates, int told) {
    var later = dates.reckoned().subSet(told, false, told + REACH, true);
    return later.size() == 1 ? later.first() : null;
  }

  private static YearMonth month(PageDates dates, int year) {
    if (dates.pastYears().contains(year - 1)) {
      return YearMonth.of(year, 1);
    }
    YearMonth last = dates.months().isEmpty() ? null : dates.months().last();
    return last != null && last.getYear() == year ? last : YearMonth.of(year, MIDDLE_OF_YEAR);
  }

  /// Whether the event would come before a month that the page looks back on.
  private static boolean isBefore(int year, MonthDay latest, PageDates dates) {
    return !dates.months().isEmpty()
        && YearMonth.of(year, latest.getMonth()).isBefore(dates.months().last());
  }

  /// The latest event. The year is a circle: it is the one before the longest stretch without any.
  private static @Nullable MonthDay latest(PageDates dates) {
    List<MonthDay> days =
        Stream.concat(dates.leads().stream(), dates.filed().stream()).distinct().sorted().toList();
    if (days.isEmpty()) {
      return null;
    }
    int last = 0;
    int longest = -1;
    for (int i = 0; i < days.size(); i++) {
      int gap = gap(days.get(i), days.get((i + 1) % days.size()));
      if (gap > longest) {
        longest = gap;
        last = i;
      }
    }
    MonthDay before = days.get((last + days.size() - 1) % days.size());
    boolean stray = days.size() > 2 && gap(before, days.get(last)) % 366 > STRAY_DAYS;
    return stray ? before : days.get(last);
  }

  /// Days from one to the next time that the other comes.
  static int gap(MonthDay from, MonthDay to) {
    int days = to.atYear(2024).getDayOfYear() - from.atYear(2024).getDayOfYear();
    return days > 0 ? days : days + 366;
  }
}
