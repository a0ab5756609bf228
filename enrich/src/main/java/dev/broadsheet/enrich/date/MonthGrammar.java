package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.date.Expression.BareDay;
import dev.broadsheet.enrich.date.Expression.Day;
import dev.broadsheet.enrich.date.Expression.Match;
import dev.broadsheet.enrich.date.Expression.Months;
import dev.broadsheet.enrich.date.Expression.Quarters;
import dev.broadsheet.enrich.date.Expression.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Months, quarters and days of the month: 3月19日, 1至2月, 六月份, 第一季度, 8日上午.
final class MonthGrammar {
  /// Behind a month these make it something else: a mean, pay, a baby's age, a duration.
  private static final List<String> NOT_A_MONTH =
      List.of(
          "均", "薪", "供", "租", "嫂", "龄", "票", "饼", "刊", "内", "余", "有余", "亮", "经", "考", "月红", "牙湾");

  /// Behind 月: the part of the month belongs to the expression (2024年3月底).
  private static final List<String> PARTS = List.of("上旬", "中旬", "下旬", "初", "底", "末");

  /// A Chinese numeral is a month of this year only before these; else it is verse (烟花三月下扬州)
  /// or the month of any year (十二月的风).
  private static final String BEHIND_WORDED_MONTH = "。、,.;:!?)以起至到-将前后";

  private static final String NOT_BEFORE_DAY = "第每近约满逾期历共过各头后这那几数连达经隔首整半多余超足差仅的";
  private static final List<String> NOT_AFTER_DAY =
      List.of(
          "内", "游", "龄", "均", "间", "后", "以", "来", "左右", "元", "志", "本", "语", "产", "常", "程", "用", "化",
          "记", "光", "前", "子", "式", "军", "中友好", "照", "出", "落", "益", "渐", "新");
  /// Behind a day of the news: 19日举行, 18日发表声明说, 19日从农业部门.
  private static final List<String> BEHIND_NEWS_DAY =
      List.of(
          "电", "讯", "举行", "召开", "举办", "在", "从", "说", "发", "公布", "宣布", "表示", "通报", "闭幕", "开幕", "启动",
          "起", "抵", "会见", "出席", "午后", "夜", "多云", "晴", "阴");

  private static final List<String> NUMBERED_THINGS =
      List.of("楼", "机", "线", "井", "馆", "院", "门", "文件", "台", "库", "桥", "厂", "公", "令", "站", "码头");

  private final Squeezed text;

  MonthGrammar(Squeezed text) {
    this.text = text;
  }

  /// The month, quarter or range of these whose numeral starts at `i`, with its day.
  @Nullable Match at(int start, YearRef year, int i) {
    if (text.at(i) == '第') {
      Numeral ordinal = Numeral.read(text, i + 1);
      return ordinal == null ? null : quarter(start, year, ordinal, ordinal);
    }
    Numeral first = Numeral.read(text, i);
    if (first == null || first.value() < 1) {
      return null;
    }
    if (text.at(first.end()) == '月') {
      return month(start, year, i, first);
    }
    Match quarter = quarter(start, year, first, first);
    return quarter != null ? quarter : sharedUnit(start, year, first);
  }

  /// 1至2月, 一至三季度, 二、三季度; not 一到三月, which is every year's.
  private @Nullable Match sharedUnit(int start, YearRef year, Numeral first) {
    boolean listed = text.at(first.end()) == '、';
    int second = listed ? first.end() + 1 : Surroundings.joint(text, first.end());
    Numeral last = second < 0 ? null : Numeral.read(text, second);
    if (last == null || last.value() <= first.value()) {
      return null;
    }
    if (listed && last.value() != first.value() + 1) {
      return null;
    }
    boolean whenever = first.chinese() && first.value() == 1 && text.at(first.end()) == '到';
    if (whenever && year.isOpen() && text.at(last.end()) == '月') {
      return null;
    }
    Match quarter = quarter(start, year, first, last);
    if (quarter != null || text.at(last.end()) != '月' || last.value() > 12) {
      return quarter;
    }
    if (Numeral.starts(text.at(last.end() + 1)) && !text.isGapBefore(last.end() + 1)) {
      return null;
    }
    int end = last.end() + (text.at(last.end() + 1) == '份' ? 2 : 1);
    return new Match(new Months(year, first.value(), last.value()), start, end);
  }

  private @Nullable Match quarter(int start, YearRef year, Numeral first, Numeral last) {
    if (last.value() > 4 || first.value() < 1 || !text.startsWith(last.end(), "季度")) {
      return null;
    }
    return new Match(new Quarters(year, first.value(), last.value()), start, last.end() + 2);
  }

  private @Nullable Match month(int start, YearRef year, int i, Numeral month) {
    if (month.digits() > 3 || (year.isOpen() && isRecurring(i))) {
      return null;
    }
    int next = month.end() + 1;
    Numeral day = Numeral.read(text, next);
    if (day != null) {
      Match match = dayOf(start, year, month.value(), day);
      if (match != null) {
        return match;
      }
      if (day.chinese()) {
        return null;
      }
    }
    return month.value() > 12 ? null : wholeMonth(start, year, month, next);
  }

  /// The day behind a month: 19日, 7—8日, 7、8日.
  private @Nullable Match dayOf(int start, YearRef year, int month, Numeral day) {
    if (day.value() < 1 || day.value() > 99) {
      return null;
    }
    if (isDayMark(day.end())) {
      return new Match(new Day(year, month, day.value()), start, day.end() + 1);
    }
    boolean listed = text.at(day.end()) == '、';
    int second = listed ? day.end() + 1 : Surroundings.joint(text, day.end());
    Numeral last = second < 0 ? null : Numeral.read(text, second);
    if (last == null || !isDayMark(last.end()) || last.value() <= day.value()) {
      return null;
    }
    if (listed && last.value() != day.value() + 1) {
      return null;
    }
    Expression range =
        new Range(new Day(year, month, day.value()), new Day(YearRef.OPEN, month, last.value()));
    return new Match(range, start, last.end() + 1);
  }

  private boolean isDayMark(int i) {
    return text.at(i) == '日'
        || (text.at(i) == '号' && !Surroundings.startsWithAny(text, i + 1, NUMBERED_THINGS));
  }

  private @Nullable Match wholeMonth(int start, YearRef year, Numeral month, int next) {
    if (text.at(next) == '份') {
      return new Match(months(year, month), start, next + 1);
    }
    if (Surroundings.startsWithAny(text, next, NOT_A_MONTH) || isAge(next)) {
      return null;
    }
    for (String part : PARTS) {
      if (text.startsWith(next, part) && !Numeral.starts(text.at(next + part.length()))) {
        return new Match(months(year, month), start, next + part.length());
      }
    }
    boolean worded = month.chinese() && year.isOpen() && next < text.length();
    return worded && BEHIND_WORDED_MONTH.indexOf(text.at(next)) < 0
        ? null
        : new Match(months(year, month), start, next);
  }

  /// 8月大的婴儿, but not 8月大会.
  private boolean isAge(int i) {
    return text.at(i) == '大' && (text.at(i + 1) == '的' || text.at(i + 1) == '时');
  }

  private static Months months(YearRef year, Numeral month) {
    return new Months(year, month.value(), month.value());
  }

  /// 每年3月, 每月5日, 一到三月, 第3月, 近3月, 3.5月.
  private boolean isRecurring(int i) {
    char before = text.at(i - 1);
    if (before == '的') {
      before = text.at(i - 2);
    }
    if (before == '年' || before == '月') {
      return "每历逐".indexOf(text.at(i - 2)) >= 0 || text.startsWith(i - 3, "每年的");
    }
    if (text.startsWith(i - 2, "一到") || text.startsWith(i - 2, "每到")) {
      return true;
    }
    return "第每近满逐历整".indexOf(before) >= 0 || (before == '.' && Numeral.starts(text.at(i - 2)));
  }

  /// A day with no month whose numeral starts at `i`: 8日上午, 7日至8日, 14—16日.
  @Nullable Match bareDay(int i) {
    Numeral day = Numeral.read(text, i);
    if (day == null || day.chinese() || day.value() < 1 || day.value() > 31) {
      return null;
    }
    if (i > 0 && (NOT_BEFORE_DAY.indexOf(text.at(i - 1)) >= 0 || isInNumber(i))) {
      return null;
    }
    int joint = Surroundings.joint(text, day.end());
    Numeral last = joint < 0 ? null : Numeral.read(text, joint);
    if (last != null && !last.chinese() && last.value() > day.value() && last.value() <= 31) {
      Match end = bareDayEnd(i, last);
      return end == null
          ? null
          : new Match(
              new Range(new BareDay(day.value(), isFirm(i, end.end())), end.expression()),
              i,
              end.end());
    }
    return bareDayEnd(i, day);
  }

  /// The second day of a range (3月7日至8日).
  @Nullable Match laterDay(int i) {
    Numeral day = Numeral.read(text, i);
    if (day == null || day.value() < 1 || day.value() > 31 || text.at(day.end()) != '日') {
      return null;
    }
    return new Match(new BareDay(day.value(), false), i, day.end() + 1);
  }

  private @Nullable Match bareDayEnd(int start, Numeral day) {
    int end = day.end() + 1;
    if (text.at(day.end()) != '日' || Surroundings.startsWithAny(text, end, NOT_AFTER_DAY)) {
      return null;
    }
    return new Match(new BareDay(day.value(), isFirm(start, end)), start, end);
  }

  private boolean isInNumber(int i) {
    char before = text.at(i - 1);
    return (before >= 'A' && before <= 'z')
        || ("./-·".indexOf(before) >= 0 && !text.isGapBefore(i));
  }

  private boolean isHour(int i) {
    Numeral hour = Numeral.read(text, i);
    return hour != null && hour.value() <= 24 && "时点".indexOf(text.at(hour.end())) >= 0;
  }

  /// Whether a bare day stands where only a day of the month can: 8日上午, 8日电, 据…电8日，
  /// or “，8日，”.
  boolean isFirm(int start, int end) {
    if (Surroundings.timeOfDay(text, end) > 0
        || isHour(end)
        || Surroundings.startsWithAny(text, end, BEHIND_NEWS_DAY)) {
      return true;
    }
    boolean starts = Surroundings.isClauseStart(text, start) || text.at(start - 1) == '电';
    return starts && text.at(end) == ',';
  }
}
