package dev.broadsheet.enrich.byline;

import dev.broadsheet.enrich.lexicon.WordTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person in a byline did.
enum Role {
  REPORTER,
  CORRESPONDENT,
  PHOTOGRAPHER,
  /// Wrote, and took the pictures.
  BOTH,
  /// Planned or edited: no byline.
  NONE;

  /// A word that stands for a role.
  record Word(String text, Role role) {}

  private static final Map<Character, List<Word>> WORDS = words();

  /// First characters of the words: nearly every place is done with after one look.
  private static final BitSet FIRSTS = new BitSet();

  static {
    WORDS.keySet().forEach(first -> FIRSTS.set(first));
  }

  /// The longest role word that starts at `i`; null where none does.
  static @Nullable Word at(String text, int i) {
    char first = text.charAt(i);
    if (!FIRSTS.get(first)) {
      return null;
    }
    for (Word word : WORDS.getOrDefault(first, List.of())) {
      if (text.startsWith(word.text, i)) {
        return word;
      }
    }
    return null;
  }

  private static Map<Character, List<Word>> words() {
    Map<Character, List<Word>> words = new HashMap<>();
    WordTable.rows(Role.class, "roles.tsv", 2).stream()
        .map(row -> new Word(row.get(0), valueOf(row.get(1).toUpperCase(Locale.ROOT))))
        .sorted(Comparator.comparing((Word word) -> word.text.length()).reversed())
        .forEach(w -> words.computeIfAbsent(w.text.charAt(0), _ -> new ArrayList<>()).add(w));
    return words;
  }
}
