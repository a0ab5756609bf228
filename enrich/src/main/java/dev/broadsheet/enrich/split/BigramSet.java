package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import java.util.List;

/// The pairs of neighbouring Han characters of a page, counted up to two: what is said on the page
/// tells whether two characters across a break belong together.
final class BigramSet {
  private static final int BITS = 16;

  /// A bit for each pair that the page has, and for each that it has again.
  private final long[] once = new long[1 << BITS - 6];

  private final long[] again = new long[1 << BITS - 6];

  static BigramSet of(List<RowFacts> rows) {
    BigramSet set = new BigramSet();
    for (RowFacts row : rows) {
      set.add(row.text());
    }
    return set;
  }

  private void add(String text) {
    boolean before = false;
    for (int i = 0; i < text.length(); i++) {
      boolean han = Glyphs.isHan(text.charAt(i));
      if (before && han) {
        int slot = slot(text.charAt(i - 1), text.charAt(i));
        long bit = 1L << slot;
        again[slot >>> 6] |= once[slot >>> 6] & bit;
        once[slot >>> 6] |= bit;
      }
      before = han;
    }
  }

  /// How often the page has the pair that the break parts, 2 for more; 0 when a mark stands at it.
  int across(String before, String after) {
    if (before.isEmpty() || after.isEmpty()) {
      return 0;
    }
    char a = before.charAt(before.length() - 1);
    char b = after.charAt(0);
    return Glyphs.isHan(a) && Glyphs.isHan(b) ? count(slot(a, b)) : 0;
  }

  private int count(int slot) {
    return (int) (once[slot >>> 6] >>> slot & 1) + (int) (again[slot >>> 6] >>> slot & 1);
  }

  private static int slot(char a, char b) {
    int hash = (a * 0x9E3779B1) ^ (b * 0x85EBCA6B);
    return (hash ^ (hash >>> 15)) & ((1 << BITS) - 1);
  }
}
