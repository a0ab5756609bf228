package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.lexicon.Surnames;
import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.LetterSpacing;
import dev.broadsheet.enrich.page.Marks;
import java.util.ArrayList;
import java.util.List;

/// Whether a short row may be the name of an author, standing alone.
final class PersonNames {
  private static final int LONGEST_ROW = 40;
  private static final int MOST_WORDS = 10;
  private static final Marks GAPS = Marks.of(" \u3000、");

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
    List<String> words = words(row.strip());
    if (words.size() < 2 || words.size() > MOST_WORDS) {
      return false;
    }
    boolean single = true;
    boolean names = true;
    for (String word : words) {
      single &= word.length() == 1;
      names &= word.length() > 1 && isName(word);
    }
    return names || (single && arePadded(String.join("", words)));
  }

  /// What stands between the gaps of a row, empty where the row opens or closes with one.
  private static List<String> words(String row) {
    List<String> words = new ArrayList<>();
    int start = 0;
    int gap = GAPS.first(row, 0, row.length());
    while (gap >= 0) {
      words.add(row.substring(start, gap));
      start = gap + 1;
      while (start < row.length() && GAPS.has(row.charAt(start))) {
        start++;
      }
      gap = GAPS.first(row, start, row.length());
    }
    words.add(row.substring(start));
    return words;
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
    for (int i = 0; i < name.length(); i++) {
      if (!Glyphs.isHan(name.charAt(i))) {
        return false;
      }
    }
    boolean pair = name.length() > 2 && Surnames.opensWithTwo(name);
    return pair || (name.length() < 4 && Surnames.opens(name));
  }
}
