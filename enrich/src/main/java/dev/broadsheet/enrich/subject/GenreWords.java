package dev.broadsheet.enrich.subject;

import dev.broadsheet.enrich.lexicon.Lexicon;
import dev.broadsheet.enrich.lexicon.TermFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The words that give a genre away, by where they stand: `notice-body`, `feature-head`.
final class GenreWords {
  private final Map<String, Lexicon> sections = new HashMap<>();

  /// The words of all sections.
  private final Lexicon all;

  GenreWords(TermFile file) {
    all = Lexicon.of(file.entries().stream().map(TermFile.Entry::term).toList());
    file.entries().stream()
        .map(TermFile.Entry::name)
        .distinct()
        .forEach(name -> sections.put(name, Lexicon.of(file.section(name))));
  }

  /// A text that is asked for the words of several sections, read once for all of them: most have
  /// none in it, and look at no more than the places of the others' words.
  static final class Text {
    private final char[] letters;
    private final int[] places;

    private Text(char[] letters, int[] places) {
      this.letters = letters;
      this.places = places;
    }

    /// The characters; not to be changed.
    char[] letters() {
      return letters;
    }

    int length() {
      return letters.length;
    }

    /// Whether there is anything but white space.
    boolean isPrinted() {
      for (char letter : letters) {
        if (!Character.isWhitespace(letter)) {
          return true;
        }
      }
      return false;
    }
  }

  Text read(char[] letters) {
    int[] places = new int[1 << 4];
    int size = 0;
    for (int i = 0; i < letters.length; i++) {
      if (all.longestFrom(letters, i, letters.length) > 0) {
        places = size == places.length ? Arrays.copyOf(places, size * 2) : places;
        places[size++] = i;
      }
    }
    return new Text(letters, Arrays.copyOf(places, size));
  }

  boolean has(String section, Text text) {
    return count(section, text, text.length()) > 0;
  }

  int count(String section, Text text) {
    return count(section, text, text.length());
  }

  /// How often words of the section stand in the first characters of the text, one inside another
  /// not counted.
  int count(String section, Text text, int to) {
    Lexicon words = sections.get(section);
    if (words == null) {
      throw new IllegalArgumentException("no section " + section);
    }
    int count = 0;
    int from = 0;
    for (int place : text.places) {
      int length = place < from ? 0 : words.longestFrom(text.letters, place, to);
      if (length > 0) {
        count++;
        from = place + length;
      }
    }
    return count;
  }
}
