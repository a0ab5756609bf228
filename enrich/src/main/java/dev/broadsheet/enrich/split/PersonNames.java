package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.lexicon.Surnames;
import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.LetterSpacing;
import java.util.stream.Stream;

/// Whether a short row may be the name of an author, standing alone.
final class PersonNames {
  private static final int LONGEST_ROW = 40;

  private PersonNames() {}

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
    if (row.length() > LONGEST_ROW) {
      return false;
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
    boolean pair = name.length() > 2 && Surnames.opensWithTwo(name);
    return pair || (name.length() < 4 && Surnames.opens(name));
  }
}
