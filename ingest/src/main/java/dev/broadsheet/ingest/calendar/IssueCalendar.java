package dev.broadsheet.ingest.calendar;

import dev.broadsheet.ingest.calendar.IssueDay.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares what is there of a paper with what is expected of it.
///
/// The running number decides where it can: when the numbers of two issues run on without a gap,
/// nothing is missing between them, whatever the weekdays say; when they leap, as many are missing
/// as numbers, and if as many days were expected, each has its number.
public final class IssueCalendar {
  /// An issue that came later than this after it was due was filled in, and is not late: an archive
  /// of decades would be nothing but late.
  static final Duration BACK_FILL = Duration.ofDays(7);

  private final PaperPlan plan;
  private final Map<LocalDate, Seen> seen;
  private final Instant now;

  /// @param seen one a day at most, of the days that will be asked for and, for the running
  ///     numbers, of those around them
  public IssueCalendar(PaperPlan plan, Collection<Seen> seen, Instant now) {
    this.plan = plan;
    this.seen = new TreeMap<>(seen.stream().collect(Collectors.toMap(Seen::date, s -> s)));
    this.now = now;
  }

  /// Every day of a stretch, in order.
  public List<IssueDay> days(Days stretch) {
    Map<LocalDate, Integer> gaps = new TreeMap<>();
    for (Gap gap : gaps()) {
      gap.judge(gaps);
    }
    return stretch.from().datesUntil(stretch.to().plusDays(1)).map(day -> day(day, gaps)).toList();
  }

  /// Those of a stretch that are missing.
  public List<IssueDay> missing(Days stretch) {
    return days(stretch).stream().filter(d -> d.state() == State.MISSING).toList();
  }

  private IssueDay day(LocalDate day, Map<LocalDate, Integer> gaps) {
    Seen there = seen.get(day);
    if (there != null) {
      return new IssueDay(day, state(there), there.number(), there.pages());
    }
    Integer number = gaps.get(day);
    boolean none = number != null && number == Gap.NOTHING_MISSING;
    if (none || !plan.days().contains(day)) {
      return new IssueDay(day, State.NONE, null, 0);
    }
    State state = now.isBefore(plan.due().of(day)) ? State.EXPECTED : State.MISSING;
    return new IssueDay(day, state, state == State.MISSING ? number : null, 0);
  }

  private State state(Seen there) {
    if (there.withdrawn()) {
      return State.WITHDRAWN;
    }
    Instant due = plan.due().of(there.date());
    if (there.pages() < plan.pages() && !now.isBefore(due)) {
      return State.INCOMPLETE;
    }
    return isLate(there.received(), due) ? State.LATE : State.RECEIVED;
  }

  private static boolean isLate(@Nullable Instant received, Instant due) {
    return received != null && received.isAfter(due) && received.isBefore(due.plus(BACK_FILL));
  }

  /// The days between two issues whose numbers are known.
  ///
  /// @param days on which an issue is expected, or there without a number
  /// @param first number that the first of them would have
  /// @param numbers that lie between those of the two
  private record Gap(List<LocalDate> days, int first, int numbers) {
    static final int NOTHING_MISSING = -1;

    /// Says of each day which number it has, or that nothing is missing there.
    void judge(Map<LocalDate, Integer> gaps) {
      for (int i = 0; i < days.size(); i++) {
        if (numbers == 0) {
          gaps.put(days.get(i), NOTHING_MISSING);
        } else if (numbers == days.size()) {
          gaps.put(days.get(i), first + i);
        }
      }
    }
  }

  private List<Gap> gaps() {
    var gaps = new ArrayList<Gap>();
    Seen before = null;
    for (Seen one : seen.values()) {
      if (one.number() == null) {
        continue;
      }
      if (before != null) {
        gaps.add(gap(before, one));
      }
      before = one;
    }
    return gaps;
  }

  private Gap gap(Seen before, Seen after) {
    int first = Objects.requireNonNull(before.number()) + 1;
    List<LocalDate> days =
        before
            .date()
            .plusDays(1)
            .datesUntil(after.date())
            .filter(d -> plan.days().contains(d) || seen.containsKey(d))
            .toList();
    return new Gap(days, first, Objects.requireNonNull(after.number()) - first);
  }
}
