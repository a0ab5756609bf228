package dev.broadsheet.enrich.date;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// The day from which a text is read: 昨日 is the day before it, 今年 its year.
///
/// @param issueDay day of the issue
/// @param month month of the issue where the day is not known; years and months are then counted
///     from it, days are not
public record Reference(@Nullable LocalDate issueDay, @Nullable YearMonth month) {
  /// Nothing is known: only what names its year can be resolved.
  public static final Reference NONE = new Reference(null, null);

  /// The issue of a day.
  public static Reference of(LocalDate issueDay) {
    return new Reference(issueDay, YearMonth.from(issueDay));
  }

  /// An issue of some day in a month.
  public static Reference about(YearMonth month) {
    return new Reference(null, month);
  }

  /// The day in whose neighbourhood dates without a year are looked for.
  @Nullable LocalDate pivot() {
    if (issueDay != null) {
      return issueDay;
    }
    return month == null ? null : month.atDay(15);
  }
}
