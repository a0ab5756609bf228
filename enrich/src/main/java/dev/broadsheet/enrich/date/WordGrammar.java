package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.date.Expression.Match;
import dev.broadsheet.enrich.date.Expression.Months;
import dev.broadsheet.enrich.date.Expression.OffsetDay;
import dev.broadsheet.enrich.date.Expression.OffsetMonth;
import dev.broadsheet.enrich.date.Expression.Week;
import dev.broadsheet.enrich.date.Expression.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions that start with a word: 昨日, 去年11月, 本月8日, 上周六, 农历二月初二, 民国三十八年.
final class WordGrammar {
  private static final List<String> PARTS = List.of("上旬", "中旬", "下旬", "初", "底", "末");

  private final Squeezed text;
  private final YearGrammar years;
  private final LunarGrammar lunar;
  private final FeastGrammar feasts;

  WordGrammar(Squeezed text, YearGrammar years, LunarGrammar lunar, FeastGrammar feasts) {
    this.text = text;
    this.years = years;
    this.lunar = lunar;
    this.feasts = feasts;
  }

  /// The expression that starts at `i` with a word.
  ///
  /// @param quoted whether it stands inside quotation marks or a title
  @Nullable Match at(int i, boolean quoted) {
    char first = text.at(i);
    if (!FeastGrammar.isQuote(first) && !Lexicon.mayStart(first, text.at(i + 1))) {
      return cycleYear(i);
    }
    for (DateWord word : Lexicon.words(first)) {
      if (word.stands(text, i, quoted)) {
        Match match = of(word, i, i + word.word().length());
        if (match != null) {
          return match;
        }
      }
    }
    Match feast = feasts.at(i, YearRef.OPEN, i);
    if (feast != null) {
      return feast;
    }
    for (Lexicon.Era era : Lexicon.eras(first)) {
      if (text.startsWith(i, era.name())) {
        return eraYear(era, i);
      }
    }
    return cycleYear(i);
  }

  private @Nullable Match of(DateWord word, int i, int end) {
    return switch (word.kind()) {
      case DAY -> new Match(new OffsetDay(word.number()), i, end);
      case YEAR -> years.suffix(i, YearRef.offset(word.number()), end);
      case YEAR_BEFORE -> years.suffix(i, YearRef.carried(-1), end);
      case YEAR_AFTER -> years.suffix(i, YearRef.carried(1), end);
      case YEAR_SAME -> sameYear(i, end);
      case YEAR_EDGE -> new Match(new Year(YearRef.offset(0)), i, end);
      case MONTH -> dayOfMonth(word.number(), i, end);
      case MONTH_EDGE -> new Match(new OffsetMonth(0, 0), i, end);
      case HALF -> half(word.number(), i, end);
      case WEEK -> week(word.number(), i, end);
      case FIRST_PART -> years.firstPart(i, YearRef.OPEN, end);
      case CENTURY -> years.decadeOf(i, word.number(), end);
      case LUNAR -> lunarDay(i, end);
      case LUNAR_MONTH -> lunar.day(i, YearRef.OPEN, i);
      case LUNAR_NEW -> lunar.newYearDay(i, YearRef.OPEN, end);
    };
  }

  /// 当年8月 speaks of the year before it; 当年 alone is as often "in those days".
  private @Nullable Match sameYear(int i, int end) {
    Match match = years.suffix(i, YearRef.carried(0), end);
    return match.expression() instanceof Year ? null : match;
  }

  private static Match half(int half, int i, int end) {
    return new Match(new Months(YearRef.OPEN, half * 6 - 5, half * 6), i, end);
  }

  private Match dayOfMonth(int months, int i, int end) {
    Numeral day = Numeral.read(text, end);
    if (day != null && day.value() >= 1 && day.value() <= 31 && text.at(day.end()) == '日') {
      return new Match(new OffsetMonth(months, day.value()), i, day.end() + 1);
    }
    for (String part : PARTS) {
      if (text.startsWith(end, part)) {
        return new Match(new OffsetMonth(months, 0), i, end + part.length());
      }
    }
    return new Match(new OffsetMonth(months, 0), i, end);
  }

  private Match week(int weeks, int i, int end) {
    int weekday = "一二三四五六日天".indexOf(text.at(end)) + 1;
    boolean named = weekday > 0 && end < text.length();
    return named
        ? new Match(new Week(weeks, Math.min(weekday, 7)), i, end + 1)
        : new Match(new Week(weeks, 0), i, end);
  }

  /// 农历二月初二, 农历乙巳年二月初二, 农历正月十五.
  private @Nullable Match lunarDay(int i, int end) {
    int cycle = lunar.cycleAt(end);
    return cycle >= 0
        ? lunar.day(i, YearRef.sexagenary(cycle), lunar.cycleEnd(end))
        : lunar.day(i, YearRef.OPEN, end);
  }

  private @Nullable Match cycleYear(int i) {
    int cycle = lunar.cycleAt(i);
    return cycle < 0 ? null : years.suffix(i, YearRef.sexagenary(cycle), lunar.cycleEnd(i));
  }

  private @Nullable Match eraYear(Lexicon.Era era, int i) {
    int number = i + era.name().length();
    boolean first = text.at(number) == '元';
    Numeral numeral = first ? new Numeral(1, number + 1, 1, true) : Numeral.read(text, number);
    if (numeral == null || numeral.value() < 1 || numeral.value() > 99) {
      return null;
    }
    if (text.at(numeral.end()) != '年') {
      return null;
    }
    YearRef year = YearRef.of(era.before() + numeral.value());
    int end = numeral.end() + 1;
    return era.solar() ? years.suffix(i, year, end) : new Match(new Year(year), i, end);
  }
}
