package dev.broadsheet.cli.calendar;

import dev.broadsheet.ingest.calendar.IssueDay;
import dev.broadsheet.ingest.calendar.IssueDay.State;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A year of issues on one screen: a line a month, a sign a day.
///
/// @param colours whether signs are coloured, which says nothing that the signs do not say
public record YearPage(boolean colours) {
  private static final int LONGEST_MONTH = 31;
  private static final int SHOWN_MISSING = 60;

  private record Sign(char sign, String colour, String meaning) {}

  private static final Map<State, Sign> SIGNS =
      new EnumMap<>(
          Map.of(
              State.RECEIVED, new Sign('#', "32", "received"),
              State.LATE, new Sign('L', "33", "late"),
              State.INCOMPLETE, new Sign('i', "33", "pages missing"),
              State.MISSING, new Sign('X', "1;31", "missing"),
              State.WITHDRAWN, new Sign('W', "35", "withdrawn"),
              State.EXPECTED, new Sign('o', "36", "not due yet"),
              State.NONE, new Sign('.', "2", "no issue")));

  /// The page.
  ///
  /// @param days all days of one year
  public String render(String paper, List<IssueDay> days) {
    var out = new StringBuilder();
    out.append("%n  %s  %d%n%n".formatted(paper, days.getFirst().date().getYear()));
    out.append("        ").append(ruler()).append("   there  numbers\n");
    Map<Month, List<IssueDay>> months =
        days.stream()
            .collect(
                Collectors.groupingBy(
                    d -> d.date().getMonth(),
                    () -> new EnumMap<>(Month.class),
                    Collectors.toList()));
    months.forEach((month, of) -> out.append(line(month, of)));
    out.append('\n').append(legend(days)).append(missing(days));
    return out.toString();
  }

  private static String ruler() {
    return IntStream.rangeClosed(1, LONGEST_MONTH)
        .mapToObj(d -> d == 1 || d % 5 == 0 ? "%-2d".formatted(d) : "  ")
        .collect(Collectors.joining())
        .stripTrailing()
        .transform(r -> r + " ".repeat(2 * LONGEST_MONTH - r.length()));
  }

  private String line(Month month, List<IssueDay> days) {
    String signs =
        days.stream().map(d -> sign(d.state()) + " ").collect(Collectors.joining())
            + "  ".repeat(LONGEST_MONTH - days.size());
    long there = days.stream().filter(d -> isThere(d.state())).count();
    String name = month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return "  %-4s  %s  %5d  %s".formatted(name, signs, there, numbers(days)).stripTrailing()
        + "\n";
  }

  private static String numbers(List<IssueDay> days) {
    var numbers =
        days.stream()
            .filter(d -> isThere(d.state()))
            .map(IssueDay::number)
            .filter(Objects::nonNull)
            .toList();
    if (numbers.isEmpty()) {
      return "";
    }
    int least = numbers.stream().min(Comparator.naturalOrder()).orElseThrow();
    int most = numbers.stream().max(Comparator.naturalOrder()).orElseThrow();
    return least == most ? "No. " + least : "No. %d-%d".formatted(least, most);
  }

  private String legend(List<IssueDay> days) {
    Map<State, Long> counts =
        days.stream().collect(Collectors.groupingBy(IssueDay::state, Collectors.counting()));
    var legend = new StringBuilder(" ");
    for (State state : State.values()) {
      legend
          .append("  ")
          .append(sign(state))
          .append(' ')
          .append(sign(state, counts.getOrDefault(state, 0L)));
    }
    return legend.append('\n').toString();
  }

  private static String sign(State state, long count) {
    return "%s %d".formatted(Objects.requireNonNull(SIGNS.get(state)).meaning(), count);
  }

  private static String missing(Collection<IssueDay> days) {
    var missing = days.stream().filter(d -> d.state() == State.MISSING).toList();
    if (missing.isEmpty()) {
      return "";
    }
    var out = new StringBuilder("\n  missing:\n");
    missing.stream()
        .limit(SHOWN_MISSING)
        .forEach(d -> out.append("    ").append(name(d)).append('\n'));
    if (missing.size() > SHOWN_MISSING) {
      out.append("    and %d more; --json has all%n".formatted(missing.size() - SHOWN_MISSING));
    }
    return out.toString();
  }

  /// One missing issue by date, weekday and number.
  public static String name(IssueDay day) {
    String weekday = day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return "%s %s%s"
        .formatted(day.date(), weekday, day.number() == null ? "" : "  No. " + day.number());
  }

  private static boolean isThere(State state) {
    return switch (state) {
      case RECEIVED, LATE, INCOMPLETE -> true;
      case MISSING, WITHDRAWN, EXPECTED, NONE -> false;
    };
  }

  private String sign(State state) {
    Sign sign = Objects.requireNonNull(SIGNS.get(state));
    return colours
        ? "\u001b[%sm%c\u001b[0m".formatted(sign.colour(), sign.sign())
        : Character.toString(sign.sign());
  }
}
