package dev.broadsheet.enrich.date;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The day of an issue and how it is known.
///
/// @param day null where nothing fixes it
/// @param source `masthead`, `hint`, `path` or `inferred`; null without a day
/// @param lunarDate as printed
/// @param weekday as printed
/// @param flags `lunar_mismatch`, `weekday_mismatch`, `date_conflict`, `undated`, sorted
/// @param reference from where the dates in the articles are read; it may know a month where the
///     day is not known
public record IssueDate(
    @Nullable LocalDate day,
    @Nullable String source,
    @Nullable String lunarDate,
    @Nullable String weekday,
    List<String> flags,
    Reference reference) {
  public IssueDate {
    flags = List.copyOf(flags);
  }
}
