package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.split.ArticleDraft;
import dev.broadsheet.enrich.split.MastheadFields;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What speaks for or against a day of issue beside the days that are named outright.
///
/// @param lunar printed lunar date
/// @param weekday printed weekday
record Evidence(@Nullable LunarDate lunar, @Nullable DayOfWeek weekday, PageDates pages) {
  private static final int LUNAR_WEIGHT = 2;
  private static final int WEEKDAY_WEIGHT = 1;
  private static final int NEWS_WEIGHT = 2;
  private static final int OLDER_NEWS_WEIGHT = 1;

  /// News is printed within two days, as a rule, and seldom after ten.
  private static final int FRESH_DAYS = 2;

  private static final int OLDER_DAYS = 10;

  /// @param named whether any source names a day: the leads are then enough
  static Evidence of(MastheadFields masthead, List<ArticleDraft> articles, boolean named) {
    String lunar = masthead.lunarDate();
    String weekday = masthead.weekday();
    return new Evidence(
        lunar == null ? null : LunarDate.parse(lunar).orElse(null),
        weekday == null ? null : weekday(weekday),
        named ? PageDates.ofLeads(articles) : PageDates.of(articles));
  }

  /// 星期四, 周四, Thursday in Chinese only; null where it is none.
  private static @Nullable DayOfWeek weekday(String printed) {
    String text = printed.strip();
    if (text.isEmpty() || !(text.contains("星期") || text.contains("周") || text.contains("週"))) {
      return null;
    }
    int day = "一二三四五六日天".indexOf(text.charAt(text.length() - 1));
    return day < 0 ? null : DayOfWeek.of(Math.min(day + 1, 7));
  }

  boolean contradictsLunar(LocalDate day) {
    return lunar != null && !LunarCalendar.agrees(day, lunar);
  }

  boolean contradictsWeekday(LocalDate day) {
    return weekday != null && day.getDayOfWeek() != weekday;
  }

  /// Whether a report was filed after the day.
  boolean contradictsFiling(LocalDate day) {
    MonthDay issue = MonthDay.from(day);
    return pages.filed().stream()
        .anyMatch(filed -> !filed.equals(issue) && IssueInference.gap(issue, filed) < 183);
  }

  int support(LocalDate day) {
    int support = 0;
    if (lunar != null && LunarCalendar.agrees(day, lunar)) {
      support += LUNAR_WEIGHT;
    }
    if (weekday != null && day.getDayOfWeek() == weekday) {
      support += WEEKDAY_WEIGHT;
    }
    if (hasNews(day, FRESH_DAYS)) {
      return support + NEWS_WEIGHT;
    }
    return hasNews(day, OLDER_DAYS) ? support + OLDER_NEWS_WEIGHT : support;
  }

  private boolean hasNews(LocalDate day, int within) {
    MonthDay issue = MonthDay.from(day);
    return pages.leads().stream()
        .anyMatch(lead -> lead.equals(issue) || IssueInference.gap(lead, issue) <= within);
  }

  /// Days of the printed lunar date in the years about another day, else about the year that the
  /// articles speak of; none where no year is known.
  List<LocalDate> lunarDays(@Nullable LocalDate near) {
    if (lunar == null) {
      return List.of();
    }
    Integer year = near != null ? Integer.valueOf(near.getYear()) : articleYear();
    List<LocalDate> days = new ArrayList<>();
    for (int y = -1; year != null && y <= 1; y++) {
      boolean cycle = lunar.cycle() < 0 ? y == 0 : LunarCalendar.cycle(year + y) == lunar.cycle();
      if (cycle) {
        LunarCalendar.day(year + y, lunar.month(), lunar.day()).ifPresent(days::add);
      }
    }
    return days;
  }

  private @Nullable Integer articleYear() {
    return pages.years().isEmpty() ? null : pages.years().last();
  }
}
