package dev.broadsheet.enrich.subject;

import dev.broadsheet.enrich.lexicon.Lexicon;
import dev.broadsheet.enrich.lexicon.TermFile;
import java.util.HashMap;
import java.util.Map;

/// The words that give a genre away, by where they stand: `notice-body`, `feature-head`.
final class GenreWords {
  private final Map<String, Lexicon> sections = new HashMap<>();

  GenreWords(TermFile file) {
    file.entries().stream()
        .map(TermFile.Entry::name)
        .distinct()
        .forEach(name -> sections.put(name, Lexicon.of(file.section(name))));
  }

  boolean has(String section, String text) {
    return count(section, text) > 0;
  }

  /// How often words of the section stand in the text, one inside another not counted.
  int count(String section, String text) {
    Lexicon words = sections.get(section);
    if (words == null) {
      throw new IllegalArgumentException("no section " + section);
    }
    char[] letters = text.toCharArray();
    int count = 0;
    int i = 0;
    while (i < letters.length) {
      int length = words.longestFrom(letters, i, letters.length);
      count += length > 0 ? 1 : 0;
      i += Math.max(1, length);
    }
    return count;
  }
}
