package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.date.Expression.Match;
import dev.broadsheet.enrich.date.Expression.Months;
import dev.broadsheet.enrich.date.Expression.Quarters;
import dev.broadsheet.enrich.date.Expression.Year;
import dev.broadsheet.enrich.date.Expression.Years;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Years and what follows them: 2025年3月19日, 去年末, 今年上半年, 2021—2025年, 90年代.
final class YearGrammar {
  private static final int FIRST = 1000;
  private static final int LAST = 2199;

  /// A year from here on that is not round is a year, whatever stands beside it (2025年多地).
  private static final int RECENT = 1800;

  /// A number of years: 近2000年, 2000年历史, 3000年来, 1200年古树.
  private static final String MANY = "近约逾超达满历有足共余整";

  private static final List<String> DURATION =
      List.of("历史", "的历史", "来", "间", "以上", "多", "余", "左右", "古", "老", "文明", "前的", "树龄", "悠久");
  private static final List<String> OUTPUT =
      List.of("产值", "产量", "产能", "产业", "产品", "产销", "产教", "产出");
  private static final List<String> EDGES = List.of("年初", "年底", "年末", "年终", "年中", "底", "末");
  private static final String NOT_AFTER_EARLY = "一二三四五六七八九十中步夏春秋冬具级心衷始";

  private final Squeezed text;
  private final MonthGrammar months;
  private final LunarGrammar lunar;
  private final FeastGrammar feasts;

  YearGrammar(Squeezed text, MonthGrammar months, LunarGrammar lunar, FeastGrammar feasts) {
    this.text = text;
    this.months = months;
    this.lunar = lunar;
    this.feasts = feasts;
  }

  /// The expression whose year numeral starts at `i`.
  @Nullable Match at(int i, Numeral year) {
    if (text.at(year.end()) != '年') {
      return text.at(year.end()) == '世' ? century(i, year) : yearRange(i, year);
    }
    if (text.at(year.end() + 1) == '代') {
      return decade(i, year);
    }
    if (!isYear(year) || isDuration(i, year)) {
      return null;
    }
    return suffix(i, YearRef.of(year.value()), year.end() + 1);
  }

  private static boolean isYear(Numeral numeral) {
    return numeral.digits() == 4 && numeral.value() >= FIRST && numeral.value() <= LAST;
  }

  private boolean isDuration(int i, Numeral year) {
    int next = year.end() + 1;
    if (text.startsWith(i - 3, "公元前")) {
      return true;
    }
    if (text.at(next) == '产' && !Surroundings.startsWithAny(text, next, OUTPUT)) {
      return true;
    }
    boolean round = year.value() % 100 == 0;
    if (!round && year.value() >= RECENT) {
      return false;
    }
    return Surroundings.startsWithAny(text, next, DURATION)
        || (round && MANY.indexOf(text.at(i - 1)) >= 0);
  }

  /// 90年代, 1990年代, 八十年代: those of the last century where none is named.
  private @Nullable Match decade(int i, Numeral decade) {
    int end = decade.end() + 2;
    if (isYear(decade) && decade.value() % 10 == 0) {
      return new Match(new Years(decade.value(), decade.value() + 9), i, end);
    }
    return decade.digits() <= 2 ? decade(i, decade, 1900, end) : null;
  }

  private @Nullable Match decade(int start, Numeral decade, int century, int end) {
    if (decade.value() < 10 || decade.value() > 90 || decade.value() % 10 != 0) {
      return null;
    }
    int first = century + decade.value();
    return new Match(new Years(first, first + 9), start, end);
  }

  /// 20世纪90年代
  private @Nullable Match century(int i, Numeral century) {
    if (!text.startsWith(century.end(), "世纪") || century.value() < 11 || century.value() > 22) {
      return null;
    }
    return decadeOf(i, century.value(), century.end() + 2);
  }

  /// The decade behind a century that has been named.
  @Nullable Match decadeOf(int start, int century, int i) {
    Numeral decade = Numeral.read(text, i);
    if (decade == null || !text.startsWith(decade.end(), "年代")) {
      return null;
    }
    return decade(start, decade, (century - 1) * 100, decade.end() + 2);
  }

  /// 2021—2025年
  private @Nullable Match yearRange(int i, Numeral first) {
    int joint = Surroundings.joint(text, first.end());
    Numeral last = joint < 0 || !isYear(first) ? null : Numeral.read(text, joint);
    if (last == null || !isYear(last) || text.at(last.end()) != '年') {
      return null;
    }
    if (last.value() <= first.value()) {
      return null;
    }
    int end = last.end() + (text.at(last.end() + 1) == '度' ? 2 : 1);
    return new Match(new Years(first.value(), last.value()), i, end);
  }

  /// What follows a year that ends before `i`; the year alone where nothing does.
  Match suffix(int start, YearRef year, int i) {
    Match within = within(start, year, i);
    if (within == null && text.at(i) == '的') {
      within = within(start, year, i + 1);
    }
    if (within != null) {
      return within;
    }
    return new Match(new Year(year), start, edgeEnd(i));
  }

  private @Nullable Match within(int start, YearRef year, int i) {
    char c = text.at(i);
    if (c == '第' || Numeral.starts(c)) {
      Match month = months.at(start, year, i);
      if (month != null) {
        return month;
      }
    }
    if (text.startsWith(i, "上半年")) {
      return new Match(new Months(year, 1, 6), start, i + 3);
    }
    if (text.startsWith(i, "下半年")) {
      return new Match(new Months(year, 7, 12), start, i + 3);
    }
    if (c == '前') {
      return firstPart(start, year, i + 1);
    }
    Match feast = feasts.at(start, year, i);
    return feast != null ? feast : lunarDay(start, year, i);
  }

  private @Nullable Match lunarDay(int start, YearRef year, int i) {
    if (text.startsWith(i, "大年")) {
      return lunar.newYearDay(start, year, i + 2);
    }
    char c = text.at(i);
    boolean named = "农農正冬腊臘闰閏".indexOf(c) >= 0 && c != '\0';
    if (!named && year.kind() != YearRef.Kind.SEXAGENARY) {
      return null;
    }
    Match day = lunar.day(start, year, i);
    return day != null || !named ? day : lunar.wholeMonth(start, year, i);
  }

  /// 前三季度, 前11个月, 前8月.
  @Nullable Match firstPart(int start, YearRef year, int i) {
    boolean two = text.at(i) == '两';
    Numeral number = two ? new Numeral(2, i + 1, 1, true) : Numeral.read(text, i);
    if (number == null || number.value() < 2) {
      return null;
    }
    int unit = text.at(number.end()) == '个' ? number.end() + 1 : number.end();
    if (text.startsWith(unit, "季度") && number.value() <= 4) {
      return new Match(new Quarters(year, 1, number.value()), start, unit + 2);
    }
    boolean months = text.at(unit) == '月' && number.value() <= 12;
    return months && (unit > number.end() || !year.isOpen())
        ? new Match(new Months(year, 1, number.value()), start, unit + 1)
        : null;
  }

  /// Index behind 度, 初, 底, 末, 年底 and so on.
  private int edgeEnd(int i) {
    for (String edge : EDGES) {
      if (text.startsWith(i, edge)) {
        return i + edge.length();
      }
    }
    char c = text.at(i);
    char next = text.at(i + 1);
    if (c == '初' && NOT_AFTER_EARLY.indexOf(next) < 0) {
      return i + 1;
    }
    return c == '度' && "假过夏汛".indexOf(next) < 0 ? i + 1 : i;
  }
}
