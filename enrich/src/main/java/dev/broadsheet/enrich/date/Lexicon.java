package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.lexicon.WordTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The date vocabulary by first character, longest word first.
final class Lexicon {
  /// A Chinese era (光绪三十年).
  ///
  /// @param before the year before its first one
  /// @param solar whether its months are those of the Gregorian calendar
  record Era(String name, int before, boolean solar) {}

  private static final Map<Character, List<DateWord>> WORDS = index(DateWord.all(), DateWord::word);
  private static final Map<Character, List<Festival>> FESTIVALS =
      index(Festival.all(), Festival::name);
  private static final Map<Character, List<Era>> ERAS = index(eras(), Era::name);
  private static final boolean[] STARTS = starts();

  private Lexicon() {}

  /// Whether any expression can start with the character.
  static boolean starts(char c) {
    return STARTS[c];
  }

  static List<DateWord> words(char first) {
    return WORDS.getOrDefault(first, List.of());
  }

  static List<Festival> festivals(char first) {
    return FESTIVALS.getOrDefault(first, List.of());
  }

  static List<Era> eras(char first) {
    return ERAS.getOrDefault(first, List.of());
  }

  private static List<Era> eras() {
    return WordTable.rows(Lexicon.class, "eras.tsv", 3).stream()
        .map(r -> new Era(r.get(0), Integer.parseInt(r.get(1)), r.get(2).equals("solar")))
        .toList();
  }

  private static <T> Map<Character, List<T>> index(List<T> entries, Function<T, String> word) {
    Map<Character, List<T>> index = new HashMap<>();
    entries.stream()
        .sorted(Comparator.comparing((T entry) -> word.apply(entry).length()).reversed())
        .forEach(
            entry ->
                index
                    .computeIfAbsent(word.apply(entry).charAt(0), _ -> new ArrayList<>())
                    .add(entry));
    return index;
  }

  private static boolean[] starts() {
    boolean[] starts = new boolean[Character.MAX_VALUE + 1];
    List.of(WORDS, FESTIVALS, ERAS).forEach(map -> map.keySet().forEach(c -> starts[c] = true));
    "0123456789〇零一二三四五六七八九十廿卅百千甲乙丙丁戊己庚辛壬癸闰閏第".chars().forEach(c -> starts[c] = true);
    return starts;
  }
}
