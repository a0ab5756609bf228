package dev.broadsheet.enrich.lexicon;

import java.util.HashSet;
import java.util.Set;

/// Chinese family names of one or two characters.
public final class Surnames {
  private static final Set<String> ALL = load();

  private Surnames() {}

  private static Set<String> load() {
    Set<String> surnames = new HashSet<>();
    WordTable.rows(Surnames.class, "surnames.tsv", 1).forEach(row -> surnames.add(row.getFirst()));
    return Set.copyOf(surnames);
  }

  /// Whether the word is a family name.
  public static boolean contains(String word) {
    return ALL.contains(word);
  }

  /// Whether the first character of a text, which is not empty, is a family name by itself.
  public static boolean opens(String text) {
    return ALL.contains(text.substring(0, 1));
  }

  /// Whether the first two characters of a text are a family name.
  public static boolean opensWithTwo(String text) {
    return text.length() >= 2 && ALL.contains(text.substring(0, 2));
  }
}
