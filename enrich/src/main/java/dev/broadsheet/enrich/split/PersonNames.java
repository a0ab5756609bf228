package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.LetterSpacing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a short row may be the name of an author, standing alone.
final class PersonNames {
  private static final String LIST = "surnames.txt";
  private static final Set<String> SURNAMES = load();

  private PersonNames() {}

  private static Set<String> load() {
    try (InputStream in = PersonNames.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("Resource " + LIST + " is missing from the class path");
      }
      Set<String> surnames = new HashSet<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.strip().split("\\s+", -1)))
          .forEach(surnames::add);
      return Set.copyOf(surnames);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + LIST, e);
    }
  }

  /// Two to four Han characters, the first of them a surname.
  static boolean isName(String row) {
    if (row.length() > 8) {
      return false;
    }
    String name = LetterSpacing.close(row);
    if (name.length() < 2 || name.length() > 4) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (!Glyphs.isHan(name.charAt(i))) {
        return false;
      }
    }
    return isSurnamed(name);
  }

  /// A name, or several with a space between them, letter-spaced or not.
  static boolean areNames(String row) {
    if (isName(row)) {
      return true;
    }
    String[] words = row.strip().split("[ \u3000、]+", 12);
    if (words.length < 2 || words.length > 10) {
      return false;
    }
    boolean single = Stream.of(words).allMatch(word -> word.length() == 1);
    return single
        ? arePadded(String.join("", words))
        : Stream.of(words).allMatch(word -> word.length() > 1 && isName(word));
  }

  /// Letter-spaced names in a row part at their surnames.
  private static boolean arePadded(String names) {
    int at = 0;
    while (at < names.length()) {
      int rest = names.length() - at;
      if (rest < 2 || !isSurnamed(names.substring(at, at + 2))) {
        return false;
      }
      boolean two = rest == 2 || (rest >= 4 && isSurnamed(names.substring(at + 2, at + 4)));
      at += two ? 2 : Math.min(3, rest);
    }
    return true;
  }

  private static boolean isSurnamed(String name) {
    if (!name.chars().allMatch(c -> Glyphs.isHan((char) c))) {
      return false;
    }
    boolean pair = name.length() > 2 && SURNAMES.contains(name.substring(0, 2));
    return pair || (name.length() < 4 && SURNAMES.contains(name.substring(0, 1)));
  }
}
