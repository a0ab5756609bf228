package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.date.Expression.BareDay;
import dev.broadsheet.enrich.date.Expression.Day;
import dev.broadsheet.enrich.date.Expression.Feast;
import dev.broadsheet.enrich.date.Expression.LunarDay;
import dev.broadsheet.enrich.date.Expression.Match;
import dev.broadsheet.enrich.date.Expression.Months;
import dev.broadsheet.enrich.date.Expression.OffsetDay;
import dev.broadsheet.enrich.date.Expression.OffsetMonth;
import dev.broadsheet.enrich.date.Expression.Quarters;
import dev.broadsheet.enrich.date.Expression.Range;
import dev.broadsheet.enrich.date.Expression.Week;
import dev.broadsheet.enrich.date.Expression.Year;
import dev.broadsheet.enrich.date.Expression.Years;
import org.jspecify.annotations.Nullable;

/// Reads the date expression that starts at a place of a text.
///
/// Every rule looks a bounded number of characters ahead and back, so a scan is linear.
final class DateGrammar {
  /// What can follow the number that a date starts with; anything else is a plain number.
  private static final String BEHIND_NUMBER = "年月日世季-至到、./";

  private final Squeezed text;
  private final MonthGrammar months;
  private final YearGrammar years;
  private final WordGrammar words;
  private final LunarGrammar lunar;

  DateGrammar(Squeezed text) {
    this.text = text;
    this.months = new MonthGrammar(text);
    this.lunar = new LunarGrammar(text);
    FeastGrammar feasts = new FeastGrammar(text);
    this.years = new YearGrammar(text, months, lunar, feasts);
    this.words = new WordGrammar(text, years, lunar, feasts);
  }

  /// The longest expression that starts at `i`; null where none does.
  ///
  /// @param quoted whether it stands inside quotation marks or a title
  @Nullable Match at(int i, boolean quoted) {
    Match match = single(i, quoted);
    return match == null ? null : range(match);
  }

  private @Nullable Match single(int i, boolean quoted) {
    Match word = words.at(i, quoted);
    return word != null ? word : numbered(i);
  }

  private @Nullable Match numbered(int i) {
    if (text.at(i) == '第') {
      return months.at(i, YearRef.OPEN, i);
    }
    Numeral number = Numeral.read(text, i);
    if (number == null || BEHIND_NUMBER.indexOf(text.at(number.end())) < 0) {
      return null;
    }
    Match numeric = number.digits() == 4 ? numeric(i, number) : null;
    if (numeric != null) {
      return numeric;
    }
    Match year = years.at(i, number);
    if (year != null) {
      return year;
    }
    Match month = months.at(i, YearRef.OPEN, i);
    return month != null ? month : months.bareDay(i);
  }

  /// 2025-03-10, 2025.3.10, 2025/3/10; not a version, a telephone or a part of a longer number.
  private @Nullable Match numeric(int i, Numeral year) {
    char mark = text.at(year.end());
    if (mark != '.' && mark != '-' && mark != '/') {
      return null;
    }
    Numeral month = Numeral.read(text, year.end() + 1);
    if (month == null || month.digits() > 2 || text.at(month.end()) != mark) {
      return null;
    }
    Numeral day = Numeral.read(text, month.end() + 1);
    if (day == null || day.digits() > 2 || month.chinese() || day.chinese()) {
      return null;
    }
    boolean year4 = year.value() >= 1900 && year.value() <= 2100;
    if (!year4 || month.value() > 12 || day.value() > 31 || isPartOfNumber(i, day.end())) {
      return null;
    }
    return new Match(new Day(YearRef.of(year.value()), month.value(), day.value()), i, day.end());
  }

  private boolean isPartOfNumber(int start, int end) {
    char before = text.at(start - 1);
    char after = text.at(end);
    boolean joinedBefore = isLatin(before) || before == '.' || before == '-' || before == '/';
    boolean joinedAfter =
        isLatin(after) || ((after == '.' || after == '-') && Numeral.starts(text.at(end + 1)));
    return (joinedBefore && !text.isGapBefore(start)) || (joinedAfter && !text.isGapBefore(end));
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// 3月7日至8日, 12月10日至次年2月底, 2023年12月至2024年3月, 2024年到2026年; the match itself where no range follows.
  private Match range(Match first) {
    if (first.expression() instanceof Range) {
      return first;
    }
    int end = Surroundings.behindWeekday(text, first.end());
    int joint = Surroundings.joint(text, end + Surroundings.timeOfDay(text, end));
    if (joint < 0) {
      return first;
    }
    Match last = laterDay(first.expression(), joint);
    if (last == null) {
      last = single(joint, false);
    }
    if (last == null || !isSameKind(first.expression(), last.expression())) {
      return first;
    }
    Expression from = first.expression();
    if (from instanceof BareDay(int day, boolean firm)) {
      from = new BareDay(day, firm || months.isFirm(first.start(), last.end()));
    }
    return new Match(new Range(from, last.expression()), first.start(), last.end());
  }

  /// The second day where its month is that of the first: 3月7日至8日, 正月初一至初八.
  private @Nullable Match laterDay(Expression first, int i) {
    return switch (first) {
      case LunarDay(YearRef year, int month, _) -> lunar.dayOfMonth(i, year, month);
      case Day _, BareDay _, OffsetDay _, OffsetMonth _ -> months.laterDay(i);
      case Year _, Years _, Quarters _, Months _, Week _, Feast _, Range _ -> null;
    };
  }

  private static boolean isSameKind(Expression first, Expression last) {
    return (isDay(first) && (isDay(last) || isMonth(last)))
        || (first instanceof Months && last instanceof Months)
        || (first instanceof Quarters && last instanceof Quarters)
        || (first instanceof Year && last instanceof Year);
  }

  private static boolean isMonth(Expression expression) {
    return expression instanceof Months(_, int first, int last) && first == last;
  }

  private static boolean isDay(Expression expression) {
    return switch (expression) {
      case Day _, BareDay _, OffsetDay _, LunarDay _ -> true;
      case OffsetMonth(_, int day) -> day > 0;
      case Year _, Years _, Quarters _, Months _, Week _, Feast _, Range _ -> false;
    };
  }
}
