package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.lexicon.WordTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A festival and when it falls.
///
/// @param needs pieces of which one has to follow the name; empty where the name is enough
record Festival(String name, Rule rule, int month, int day, List<String> needs) {
  /// Calendar that fixes the day.
  enum Rule {
    SOLAR,
    LUNAR,
    TERM
  }

  private static final Map<String, List<DaysOff>> HOLIDAYS = holidays();

  Festival {
    needs = List.copyOf(needs);
  }

  static List<Festival> all() {
    return WordTable.rows(Festival.class, "festivals.tsv", 5).stream().map(Festival::of).toList();
  }

  private static Festival of(List<String> row) {
    Rule rule =
        switch (row.get(1)) {
          case "solar" -> Rule.SOLAR;
          case "lunar" -> Rule.LUNAR;
          case "term" -> Rule.TERM;
          default -> throw new IllegalStateException("No such calendar: " + row);
        };
    List<String> needs = row.get(4).equals("-") ? List.of() : List.of(row.get(4).split("\\|"));
    return new Festival(
        row.get(0), rule, Integer.parseInt(row.get(2)), Integer.parseInt(row.get(3)), needs);
  }

  /// Its day within a Gregorian year.
  Optional<LocalDate> in(int year) {
    return switch (rule) {
      case SOLAR -> Optional.of(LocalDate.of(year, month, day));
      case LUNAR -> LunarCalendar.inYear(year, month, day);
      case TERM -> LunarCalendar.solarTerm(year, baseName());
    };
  }

  /// The days off that the state announced for it; empty where there is one or none is known.
  Optional<Span> holiday(int year) {
    return HOLIDAYS.getOrDefault(baseName(), List.of()).stream()
        .filter(off -> off.first <= year && year <= off.last)
        .findFirst()
        .flatMap(off -> in(year).map(day -> off.from(day)));
  }

  /// 国庆 of 国庆节 and of 十一.
  private String baseName() {
    if (name.equals("十一")) {
      return "国庆";
    }
    return name.length() > 2 && name.endsWith("节") ? name.substring(0, name.length() - 1) : name;
  }

  private static Map<String, List<DaysOff>> holidays() {
    Map<String, List<DaysOff>> holidays = new HashMap<>();
    for (List<String> row : WordTable.rows(Festival.class, "holidays.tsv", 5)) {
      List<Integer> n = row.stream().skip(1).map(Integer::valueOf).toList();
      holidays.merge(
          row.get(0),
          List.of(new DaysOff(n.get(0), n.get(1), n.get(2), n.get(3))),
          (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return Map.copyOf(holidays);
  }

  /// @param length days off; 0 for the three days that join the festival to a weekend
  private record DaysOff(int first, int last, int offset, int length) {
    private static final int[] TO_FIRST_OFF = {-2, -2, 0, 0, 0, 0, -1};

    Span from(LocalDate day) {
      if (length > 0) {
        LocalDate start = day.plusDays(offset);
        return Span.days(start, start.plusDays(length - 1L));
      }
      if (day.getDayOfWeek() == DayOfWeek.WEDNESDAY) {
        return Span.day(day);
      }
      LocalDate start = day.plusDays(TO_FIRST_OFF[day.getDayOfWeek().getValue() - 1]);
      return Span.days(start, start.plusDays(2));
    }
  }
}
