package dev.broadsheet.enrich.date;

/// What a date expression says, before it is known when it was said.
sealed interface Expression {
  /// 2024年, 去年, 2020年初
  record Year(YearRef year) implements Expression {}

  /// 20世纪90年代, 2021—2025年
  record Years(int first, int last) implements Expression {}

  /// 一季度, 前三季度
  record Quarters(YearRef year, int first, int last) implements Expression {}

  /// 3月, 1至2月, 上半年
  record Months(YearRef year, int first, int last) implements Expression {}

  /// 3月19日; `month` may be out of range, and then no such day exists.
  record Day(YearRef year, int month, int day) implements Expression {}

  /// 8日 with no month.
  ///
  /// @param firm whether it must be a day of the month although no month has been named (8日上午)
  record BareDay(int day, boolean firm) implements Expression {}

  /// 本月, 上月28日; day 0 is the whole month.
  record OffsetMonth(int months, int day) implements Expression {}

  /// 昨日
  record OffsetDay(int days) implements Expression {}

  /// 本周, 上周六; weekday 0 is the whole week, 1 is Monday.
  record Week(int weeks, int weekday) implements Expression {}

  /// 正月初七; a leap month is negative.
  record LunarDay(YearRef year, int month, int day) implements Expression {}

  /// 元宵节; `holiday` means the days off (国庆假期).
  record Feast(YearRef year, Festival festival, boolean holiday) implements Expression {}

  /// 3月7日至8日
  record Range(Expression first, Expression last) implements Expression {}

  /// An expression and where it stands in the squeezed text.
  record Match(Expression expression, int start, int end) {
    Match from(int earlier) {
      return new Match(expression, earlier, end);
    }
  }
}
