package dev.broadsheet.cli.calendar;

import dev.broadsheet.ingest.calendar.Days;
import dev.broadsheet.ingest.calendar.IssueCalendar;
import dev.broadsheet.ingest.calendar.IssueDay;
import dev.broadsheet.ingest.calendar.IssueDay.State;
import dev.broadsheet.ingest.calendar.PaperPlan;
import dev.broadsheet.ingest.calendar.Seen;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How long a paper has said nothing.
///
/// @param paper its name
/// @param days since the day of its newest issue; 0 is today
/// @param quiet whether that is too long: by its plan, the issue that was due last is missing;
///     without a plan, more days have passed than are given
public record Quiet(String paper, long days, boolean quiet) {
  /// So far back an issue is looked for; a paper without one since then is no longer expected.
  public static final int LOOK_BACK_DAYS = 30;

  /// Judges a paper by its plan.
  ///
  /// @param seen its issues of the days that [#stretch] names
  /// @return empty when nothing came within the stretch and nothing was due
  public static Optional<Quiet> byPlan(PaperPlan plan, List<Seen> seen, Instant now) {
    boolean missing = lastDueIsMissing(plan, seen, now);
    Optional<Long> days = days(plan, seen, now);
    return missing || days.isPresent()
        ? Optional.of(new Quiet(plan.paper(), days.orElse((long) LOOK_BACK_DAYS), missing))
        : Optional.empty();
  }

  /// Judges a paper of which only its issues are known.
  ///
  /// @param plan one that expects nothing
  /// @param patience days that it may be without an issue
  /// @return empty when nothing came within the stretch
  public static Optional<Quiet> byHabit(
      PaperPlan plan, List<Seen> seen, Instant now, int patience) {
    return days(plan, seen, now).map(days -> new Quiet(plan.paper(), days, days > patience));
  }

  /// The days of a paper that are looked at.
  public static Days stretch(PaperPlan plan, Instant now) {
    LocalDate today = plan.due().today(now);
    return new Days(today.minusDays(LOOK_BACK_DAYS), today);
  }

  // A day to come is a misreading, and does not make a paper talk.
  private static Optional<Long> days(PaperPlan plan, List<Seen> seen, Instant now) {
    LocalDate today = plan.due().today(now);
    return seen.stream()
        .map(Seen::date)
        .filter(d -> !d.isAfter(today))
        .max(Comparator.naturalOrder())
        .map(day -> ChronoUnit.DAYS.between(day, today));
  }

  private static boolean lastDueIsMissing(PaperPlan plan, List<Seen> seen, Instant now) {
    return new IssueCalendar(plan, seen, now)
        .days(stretch(plan, now)).reversed().stream()
            .map(IssueDay::state)
            .filter(s -> s != State.NONE && s != State.EXPECTED)
            .findFirst()
            .filter(s -> s == State.MISSING)
            .isPresent();
  }
}
