package dev.broadsheet.ingest.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known of a paper's issue of one day.
///
/// @param date of the issue
/// @param state what became of it
/// @param number running number; null when it is not known. That of a missing issue is told by
///     those around it
/// @param pages that are there
public record IssueDay(LocalDate date, State state, @Nullable Integer number, int pages) {
  /// What became of an issue.
  public enum State {
    /// It is there, and came in time or long after its day.
    RECEIVED,
    /// It is there, and came after it was due.
    LATE,
    /// It is there, with fewer pages than an issue has.
    INCOMPLETE,
    /// It was due and is not there.
    MISSING,
    /// It is there, and taken out of search.
    WITHDRAWN,
    /// It is expected and not due yet.
    EXPECTED,
    /// The paper does not come out on this day.
    NONE
  }
}
