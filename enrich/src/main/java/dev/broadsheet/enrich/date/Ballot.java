package dev.broadsheet.enrich.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Chooses among the days that the masthead, the source and the lunar date name.
final class Ballot {
  private static final int MASTHEAD_WEIGHT = 3;
  private static final int SOURCE_WEIGHT = 2;

  private final Evidence evidence;
  private final Map<LocalDate, List<String>> voices = new LinkedHashMap<>();

  /// A day and the strongest voice that names it.
  record Candidate(LocalDate day, String source) {}

  Ballot(Evidence evidence) {
    this.evidence = evidence;
  }

  /// Names a day; voices are called from the strongest to the weakest.
  void nominate(String source, @Nullable LocalDate day) {
    if (day != null) {
      voices.computeIfAbsent(day, _ -> new ArrayList<>()).add(source);
    }
  }

  /// The day of the printed lunar date; it is part of the masthead, and its weight is that of the
  /// agreement with itself.
  void nominateLunar(LocalDate day) {
    voices.computeIfAbsent(day, _ -> new ArrayList<>()).add("lunar");
  }

  /// A day that has been named; null where none has.
  @Nullable LocalDate firstDay() {
    return voices.isEmpty() ? null : voices.keySet().iterator().next();
  }

  /// The day with the most support, the strongest voice first among equals; null without any.
  @Nullable Candidate winner() {
    LocalDate best = null;
    int most = -1;
    for (LocalDate day : voices.keySet()) {
      int weight = weight(day);
      if (weight > most) {
        best = day;
        most = weight;
      }
    }
    return best == null ? null : new Candidate(best, source(best));
  }

  private int weight(LocalDate day) {
    int weight = evidence.support(day);
    for (String voice : named(day)) {
      weight +=
          switch (voice) {
            case "masthead" -> MASTHEAD_WEIGHT;
            case "lunar" -> 0;
            default -> SOURCE_WEIGHT;
          };
    }
    return weight;
  }

  private String source(LocalDate day) {
    String first = named(day).getFirst();
    return first.equals("lunar") ? "masthead" : first;
  }

  private List<String> named(LocalDate day) {
    return voices.getOrDefault(day, List.of());
  }

  /// Flags for all that disagrees with the day that was chosen.
  List<String> conflicts(Candidate chosen) {
    List<String> flags = new ArrayList<>();
    LocalDate day = chosen.day();
    if (evidence.contradictsLunar(day)) {
      flags.add(IssueDating.LUNAR_MISMATCH);
    }
    if (evidence.contradictsWeekday(day)) {
      flags.add(IssueDating.WEEKDAY_MISMATCH);
    }
    boolean rival =
        voices.entrySet().stream()
            .anyMatch(e -> !e.getKey().equals(day) && !e.getValue().equals(List.of("lunar")));
    if (rival || evidence.contradictsFiling(day)) {
      flags.add(IssueDating.DATE_CONFLICT);
    }
    return flags;
  }
}
