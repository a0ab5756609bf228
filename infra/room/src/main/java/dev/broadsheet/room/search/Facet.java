package dev.broadsheet.room.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What results can be narrowed by, each with a field of keywords.
public enum Facet {
  PAPER("issue.paper", 20),
  TOPIC("topics.code", 20),
  PERSON("entities.persons", 12),
  PLACE("entities.places", 12),
  GENRE("genre", 10);

  private static final int MAX_VALUES = 8;
  private static final int MAX_CHARACTERS = 512;

  private final String field;
  private final int shown;

  Facet(String field, int shown) {
    this.field = field;
    this.shown = shown;
  }

  /// The name as parameter and as property.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// All names.
  public static Set<String> labels() {
    return Arrays.stream(values()).map(Facet::label).collect(Collectors.toUnmodifiableSet());
  }

  String field() {
    return field;
  }

  /// How many values are offered, those with most articles first.
  int shown() {
    return shown;
  }

  /// Checks values that somebody chose.
  List<String> check(List<String> values) {
    boolean fits =
        values.size() <= MAX_VALUES
            && values.stream().noneMatch(v -> v.isBlank() || v.length() > MAX_CHARACTERS);
    if (!fits) {
      throw new IllegalArgumentException(
          "%s: up to %d values of 1 to %d characters"
              .formatted(label(), MAX_VALUES, MAX_CHARACTERS));
    }
    return List.copyOf(values);
  }
}
