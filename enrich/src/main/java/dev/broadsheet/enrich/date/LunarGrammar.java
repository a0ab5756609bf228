package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.date.Expression.LunarDay;
import dev.broadsheet.enrich.date.Expression.Match;
import dev.broadsheet.enrich.date.Expression.Range;
import org.jspecify.annotations.Nullable;

/// Dates of the lunar calendar: 乙巳年二月廿一, 正月初七, 腊月廿三, 闰六月十五.
final class LunarGrammar {
  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
  private static final String ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪龍馬雞豬";

  private final Squeezed text;

  LunarGrammar(Squeezed text) {
    this.text = text;
  }

  /// A lunar month and day; a leap month is negative.
  record MonthDay(int month, int day, int end) {}

  /// Place in the cycle of sixty of the year that starts here, or -1; 年 has to follow.
  int cycleAt(int i) {
    int stem = STEMS.indexOf(text.at(i));
    int branch = BRANCHES.indexOf(text.at(i + 1));
    if (stem < 0 || branch < 0 || (stem - branch) % 2 != 0 || cycleEnd(i) < 0) {
      return -1;
    }
    return Math.floorMod(6 * stem - 5 * branch, 60);
  }

  /// Index behind 年 of a sexagenary year, with or without its animal, or -1.
  int cycleEnd(int i) {
    int year = ANIMALS.indexOf(text.at(i + 2)) >= 0 ? i + 3 : i + 2;
    return text.at(year) == '年' ? year + 1 : -1;
  }

  /// The lunar day that starts at `i`, as part of a match that began at `start`.
  @Nullable Match day(int start, YearRef year, int i) {
    int from = text.startsWith(i, "农历") || text.startsWith(i, "農曆") ? i + 2 : i;
    MonthDay found = monthDay(from);
    return found == null
        ? null
        : new Match(new LunarDay(year, found.month, found.day), start, found.end);
  }

  /// The day of the first month that follows 大年: 大年初七.
  @Nullable Match newYearDay(int start, YearRef year, int i) {
    MonthDay found = dayOf(1, i);
    return found == null || found.day > 15
        ? null
        : new Match(new LunarDay(year, 1, found.day), start, found.end);
  }

  /// All of 正月, 冬月 or 腊月 of a year that has been named.
  @Nullable Match wholeMonth(int start, YearRef year, int i) {
    int month = text.at(i) == '正' ? 1 : text.at(i) == '冬' ? 11 : 12;
    return text.at(i + 1) == '月' && "正冬腊臘".indexOf(text.at(i)) >= 0
        ? new Match(
            new Range(new LunarDay(year, month, 1), new LunarDay(year, month, 0)), start, i + 2)
        : null;
  }

  /// A day of a month that has been named: the second of 正月初一至初八.
  @Nullable Match dayOfMonth(int i, YearRef year, int month) {
    MonthDay found = text.at(i) == '初' || Numeral.starts(text.at(i)) ? dayOf(month, i) : null;
    return found == null ? null : new Match(new LunarDay(year, month, found.day), i, found.end);
  }

  @Nullable MonthDay monthDay(int i) {
    boolean leap = text.at(i) == '闰' || text.at(i) == '閏';
    int from = leap ? i + 1 : i;
    int month;
    int end;
    switch (text.at(from)) {
      case '正' -> {
        month = 1;
        end = from + 1;
      }
      case '冬' -> {
        month = 11;
        end = from + 1;
      }
      case '腊', '臘' -> {
        month = 12;
        end = from + 1;
      }
      default -> {
        Numeral numeral = Numeral.read(text, from);
        month = numeral == null ? 0 : numeral.value();
        end = numeral == null ? from : numeral.end();
      }
    }
    if (month < 1 || month > 12 || text.at(end) != '月') {
      return null;
    }
    char size = text.at(end + 1);
    int day = size == '大' || size == '小' ? end + 2 : end + 1;
    return dayOf(leap ? -month : month, day);
  }

  /// 初七, 十五, 廿一, 二十三, 三十, 15日.
  private @Nullable MonthDay dayOf(int month, int i) {
    boolean early = text.at(i) == '初';
    Numeral numeral = Numeral.read(text, early ? i + 1 : i);
    if (numeral == null || numeral.value() < 1 || numeral.value() > 30) {
      return null;
    }
    if (early && numeral.value() > 10) {
      return null;
    }
    boolean marked = text.at(numeral.end()) == '日';
    if (!numeral.chinese() && !marked) {
      return null;
    }
    return new MonthDay(month, numeral.value(), marked ? numeral.end() + 1 : numeral.end());
  }
}
