package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.date.Expression.Day;
import dev.broadsheet.enrich.date.Expression.Feast;
import dev.broadsheet.enrich.date.Expression.LunarDay;
import dev.broadsheet.enrich.date.Expression.Match;
import dev.broadsheet.enrich.date.Expression.Months;
import dev.broadsheet.enrich.date.Expression.Quarters;
import dev.broadsheet.enrich.date.Expression.Range;
import dev.broadsheet.enrich.date.Expression.Year;
import dev.broadsheet.enrich.split.ArticleDraft;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// What the articles of a page say of its day, before that is known.
///
/// @param leads month and day of the event in each lead that names one
/// @param filed days on which reports were filed (12月2日电)
/// @param years that are named and are not still to come
/// @param months that are named with their year and are not still to come
/// @param pastYears named as just past (刚刚过去的2023年)
/// @param told years of which articles tell that call their own year 今年
/// @param issued years that are named in any other way
/// @param reckoned years to which a span leads (1987年 … 撑了36年)
/// @param cycles sexagenary years, as places in the cycle of sixty
record PageDates(
    List<MonthDay> leads,
    List<MonthDay> filed,
    NavigableSet<Integer> years,
    NavigableSet<YearMonth> months,
    NavigableSet<Integer> pastYears,
    NavigableSet<Integer> told,
    NavigableSet<Integer> issued,
    NavigableSet<Integer> reckoned,
    NavigableSet<Integer> cycles) {
  private static final int LEAD = 160;
  private static final List<String> JUST_PAST = List.of("过去的", "过去了的");
  private static final List<String> TARGET = List.of("到", "至", "展望", "迈向", "面向");

  /// What all of the text says.
  static PageDates of(List<ArticleDraft> articles) {
    return of(articles, ArticleDraft::body);
  }

  /// What the leads alone say: enough to support a day that has been named.
  static PageDates ofLeads(List<ArticleDraft> articles) {
    return of(articles, PageDates::lead);
  }

  private static PageDates of(List<ArticleDraft> articles, Function<ArticleDraft, String> part) {
    PageDates dates =
        new PageDates(
            new ArrayList<>(),
            new ArrayList<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>());
    for (ArticleDraft article : articles) {
      String headline = article.head().headline();
      if (headline != null) {
        dates.read(Squeezed.of(headline), false);
      }
      dates.read(Squeezed.of(part.apply(article)), true);
    }
    return dates;
  }

  private static String lead(ArticleDraft article) {
    StringBuilder lead = new StringBuilder();
    for (String paragraph : article.paragraphs()) {
      if (lead.length() >= LEAD) {
        break;
      }
      lead.append(paragraph, 0, Math.min(paragraph.length(), 2 * LEAD)).append('\n');
    }
    return lead.toString();
  }

  private void read(Squeezed text, boolean body) {
    boolean led = !body;
    List<Match> matches = DateScan.matches(text);
    YearTale tale = YearTale.of(text, matches);
    if (tale.reckoned() != null) {
      reckoned.add(tale.reckoned());
    }
    for (Match match : matches) {
      boolean ahead = isAhead(text, match);
      Optional<MonthDay> day = monthDay(match.expression());
      if (day.isPresent() && EventDay.isFiling(text, match.end())) {
        filed.add(day.get());
      } else if (day.isPresent() && !led && isReport(text, match, ahead)) {
        leads.add(day.get());
        led = true;
      }
      if (!ahead) {
        noteYears(text, match, tale);
      }
    }
  }

  /// Whether a year is one that is only told of beside the year of the issue.
  boolean isOnlyTold(int year) {
    return told.contains(year) && !issued.contains(year);
  }

  private static boolean isReport(Squeezed text, Match match, boolean ahead) {
    return match.start() < LEAD && !ahead && !EventDay.isLimit(text, match.start(), match.end());
  }

  private void noteYears(Squeezed text, Match match, YearTale tale) {
    switch (match.expression()) {
      case Year(YearRef year) when tale.isAside(text, match) -> {
        years.add(year.value());
        told.add(year.value());
      }
      case Year(YearRef year) -> noteYear(text, match, year);
      case Quarters(YearRef year, _, _) -> noteYear(text, match, year);
      case Feast(YearRef year, _, _) -> noteYear(text, match, year);
      case LunarDay(YearRef year, _, _) -> noteYear(text, match, year);
      case Months(YearRef year, int first, _) -> noteMonth(text, match, year, first);
      case Day(YearRef year, int month, _) -> noteMonth(text, match, year, month);
      case Range(Day(YearRef year, int month, _), _) -> noteMonth(text, match, year, month);
      default -> {}
    }
  }

  private void noteMonth(Squeezed text, Match match, YearRef year, int month) {
    noteYear(text, match, year);
    if (year.kind() == YearRef.Kind.ABSOLUTE && month >= 1 && month <= 12) {
      months.add(YearMonth.of(year.value(), month));
    }
  }

  private void noteYear(Squeezed text, Match match, YearRef year) {
    if (year.kind() == YearRef.Kind.SEXAGENARY) {
      cycles.add(year.value());
    }
    if (year.kind() != YearRef.Kind.ABSOLUTE) {
      return;
    }
    years.add(year.value());
    issued.add(year.value());
    if (Surroundings.startsWithAny(text, match.start() - 3, JUST_PAST)) {
      pastYears.add(year.value());
    }
  }

  private static boolean isAhead(Squeezed text, Match match) {
    return Cue.around(text, match.start(), match.end()).ahead()
        || (text.at(match.end()) == '前' && text.at(match.end() + 1) != '后')
        || Surroundings.startsWithAny(text, match.start() - 1, TARGET)
        || Surroundings.startsWithAny(text, match.start() - 2, TARGET);
  }

  private static Optional<MonthDay> monthDay(Expression expression) {
    return switch (expression) {
      case Day(_, int month, int day) -> monthDay(month, day);
      case Range(Day(_, int month, _), Expression.BareDay(int day, _)) -> monthDay(month, day);
      case Range(_, Day(_, int month, int day)) -> monthDay(month, day);
      default -> Optional.empty();
    };
  }

  private static Optional<MonthDay> monthDay(int month, int day) {
    boolean exists =
        month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(2024, month).lengthOfMonth();
    return exists ? Optional.of(MonthDay.of(month, day)) : Optional.empty();
  }
}
