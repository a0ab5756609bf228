package dev.broadsheet.ingest.calendar;

import dev.broadsheet.ingest.yaml.YamlMap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The days on which a paper comes out.
///
/// @param weekdays on which it usually does
/// @param life from its first to its last day
/// @param except days without an issue, such as holidays
/// @param also days with an issue although their weekday or `except` says otherwise
public record PublishingDays(
    Set<DayOfWeek> weekdays, Days life, List<Days> except, List<Days> also) {
  private static final int LETTERS = 3;
  private static final Days ALWAYS = new Days(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

  public PublishingDays {
    weekdays = Set.copyOf(weekdays);
    except = List.copyOf(except);
    also = List.copyOf(also);
  }

  /// Every day that there is.
  public static final PublishingDays DAILY =
      new PublishingDays(EnumSet.allOf(DayOfWeek.class), ALWAYS, List.of(), List.of());

  /// Reads `days`, `since`, `until`, `except` and `also`.
  public static PublishingDays read(YamlMap map) {
    String day = "a day such as 2025-01-28 is due";
    String days = "days such as 2025-01-28 or 2025-01-28..2025-02-03 are due";
    var weekdays = EnumSet.noneOf(DayOfWeek.class);
    map.values("days", PublishingDays::weekdays, "mon to sun, such as mon or mon-fri, are due")
        .forEach(weekdays::addAll);
    return new PublishingDays(
        weekdays.isEmpty() ? DAILY.weekdays() : weekdays,
        new Days(
            map.value("since", ALWAYS.from(), LocalDate::parse, day),
            map.value("until", ALWAYS.to(), LocalDate::parse, day)),
        map.values("except", Days::parse, days),
        map.values("also", Days::parse, days));
  }

  /// Whether an issue is expected to bear this date.
  public boolean contains(LocalDate day) {
    if (!life.contains(day)) {
      return false;
    }
    return also.stream().anyMatch(d -> d.contains(day))
        || (weekdays.contains(day.getDayOfWeek())
            && except.stream().noneMatch(d -> d.contains(day)));
  }

  /// `mon`, or `mon-fri`; a stretch may run over the end of the week.
  private static Set<DayOfWeek> weekdays(String text) {
    String[] ends = text.split("-", -1);
    DayOfWeek last = weekday(ends[ends.length - 1]);
    var set = EnumSet.of(last);
    if (ends.length > 2) {
      throw new IllegalArgumentException(text);
    }
    for (var day = weekday(ends[0]); day != last; day = day.plus(1)) {
      set.add(day);
    }
    return set;
  }

  private static DayOfWeek weekday(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(name) || day.name().substring(0, LETTERS).equals(name)) {
        return day;
      }
    }
    throw new IllegalArgumentException(text);
  }
}
