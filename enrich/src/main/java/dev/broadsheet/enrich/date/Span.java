package dev.broadsheet.enrich.date;

import java.time.LocalDate;
import java.time.YearMonth;

/// Days that an expression means.
///
/// @param value day, month, quarter, year or range, as in the article document
record Span(LocalDate from, LocalDate to, String value) {
  static Span day(LocalDate day) {
    return new Span(day, day, day.toString());
  }

  static Span days(LocalDate first, LocalDate last) {
    return new Span(first, last, first + "/" + last);
  }

  static Span month(YearMonth month) {
    return new Span(month.atDay(1), month.atEndOfMonth(), month.toString());
  }

  static Span year(int year) {
    return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), String.valueOf(year));
  }

  static Span quarter(int year, int quarter) {
    YearMonth first = YearMonth.of(year, quarter * 3 - 2);
    return new Span(first.atDay(1), first.plusMonths(2).atEndOfMonth(), year + "-Q" + quarter);
  }

  /// From the first day of one to the last of another.
  static Span between(Span first, Span last) {
    if (first.equals(last)) {
      return first;
    }
    return new Span(first.from, last.to, first.value + "/" + last.value);
  }

  /// Whether it is a day or a range of days: their values are the only ones of these lengths.
  boolean isDays() {
    return value.length() == "2025-03-18".length()
        || value.length() == "2025-03-07/2025-03-08".length();
  }
}
