package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.lexicon.WordTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The date vocabulary by first character, longest word first.
final class Lexicon {
  /// A Chinese era (光绪三十年).
  ///
  /// @param before the year before its first one
  /// @param solar whether its months are those of the Gregorian calendar
  record Era(String name, int before, boolean solar) {}

  /// What can start with one character.
  ///
  /// @param seconds characters that follow it in any of them
  /// @param single whether it is a word by itself
  private record Entry(
      List<DateWord> words,
      List<Festival> festivals,
      List<Era> eras,
      String seconds,
      boolean single) {
    static Entry of(List<DateWord> words, List<Festival> festivals, List<Era> eras) {
      StringBuilder seconds = new StringBuilder();
      boolean single = false;
      for (String word : all(words, festivals, eras)) {
        single |= word.length() == 1;
        seconds.append(word, 1, Math.min(2, word.length()));
      }
      return new Entry(words, festivals, eras, seconds.toString(), single);
    }

    private static List<String> all(
        List<DateWord> words, List<Festival> festivals, List<Era> eras) {
      List<String> all = new ArrayList<>();
      words.forEach(word -> all.add(word.word()));
      festivals.forEach(festival -> all.add(festival.name()));
      eras.forEach(era -> all.add(era.name()));
      return all;
    }
  }

  private static final String OTHER_STARTS = "0123456789〇零一二三四五六七八九十廿百千甲乙丙丁戊己庚辛壬癸第";
  private static final Entry NOTHING = Entry.of(List.of(), List.of(), List.of());

  /// By character; null where nothing starts.
  private static final @Nullable Entry[] ENTRIES = entries();

  /// Where there is an entry: small enough for the nearest cache, as every character is looked up.
  private static final BitSet STARTS = starts();

  private Lexicon() {}

  /// Whether any expression can start with the character.
  static boolean starts(char c) {
    return STARTS.get(c);
  }

  private static BitSet starts() {
    BitSet starts = new BitSet();
    for (int c = 0; c < ENTRIES.length; c++) {
      starts.set(c, ENTRIES[c] != null);
    }
    return starts;
  }

  /// Whether a word, a festival or an era may start with these two characters; false is sure.
  static boolean mayStart(char first, char second) {
    Entry entry = entry(first);
    return entry.single || entry.seconds.indexOf(second) >= 0;
  }

  static List<DateWord> words(char first) {
    return entry(first).words;
  }

  static List<Festival> festivals(char first) {
    return entry(first).festivals;
  }

  static List<Era> eras(char first) {
    return entry(first).eras;
  }

  private static Entry entry(char first) {
    Entry entry = ENTRIES[first];
    return entry == null ? NOTHING : entry;
  }

  private static List<Era> allEras() {
    return WordTable.rows(Lexicon.class, "eras.tsv", 3).stream()
        .map(r -> new Era(r.get(0), Integer.parseInt(r.get(1)), r.get(2).equals("solar")))
        .toList();
  }

  private static @Nullable Entry[] entries() {
    Map<Character, List<DateWord>> words = index(DateWord.all(), DateWord::word);
    Map<Character, List<Festival>> festivals = index(Festival.all(), Festival::name);
    Map<Character, List<Era>> eras = index(allEras(), Era::name);
    Set<Character> starts = new HashSet<>(words.keySet());
    starts.addAll(festivals.keySet());
    starts.addAll(eras.keySet());
    OTHER_STARTS.chars().forEach(c -> starts.add((char) c));
    @Nullable Entry[] entries = new Entry[Character.MAX_VALUE + 1];
    for (char c : starts) {
      entries[c] =
          Entry.of(
              words.getOrDefault(c, List.of()),
              festivals.getOrDefault(c, List.of()),
              eras.getOrDefault(c, List.of()));
    }
    return entries;
  }

  private static <T> Map<Character, List<T>> index(List<T> entries, Function<T, String> word) {
    return entries.stream()
        .sorted(Comparator.comparing((T entry) -> word.apply(entry).length()).reversed())
        .collect(Collectors.groupingBy(entry -> word.apply(entry).charAt(0)));
  }
}
