package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import java.util.Arrays;

/// Numbers the pairs of neighbouring Han characters of a page as they are met: what is counted by
/// pair fits into arrays that are no longer than the page has pairs. Owned by the split of one
/// page.
final class Pairs {
  /// No pair: one of the characters is no Han character.
  static final int NONE = -1;

  private static final int FEWEST = 1 << 8;

  /// Longer pages have hardly more pairs, but the memory for a pair at each character would be the
  /// most that a split takes.
  private static final int ENOUGH = 1 << 16;

  /// No issue has half as many pairs as this, whatever its length, unless it was made to. The pairs
  /// that come then share numbers with others.
  private static final int MOST = 1 << 20;

  /// How far from its place a pair is looked for. One that finds none there shares the last, lest
  /// text that was made for it takes more than linear time.
  private static final int REACH = 32;

  private static final int SPREAD = 0x9E3779B1;

  /// Open addressing: a pair and its number behind it; 0 for a free place, which no pair is.
  private int[] table;

  /// How many bits of the spread pair are no place.
  private int shift;

  /// The last text that each pair was met in, by the number of the pair.
  private int[] met;

  private int texts;
  private int size;

  /// @param length characters of the page: the table is made for as many, within reason, and grows
  Pairs(int length) {
    int places = Math.max(FEWEST, Integer.highestOneBit(Math.clamp(length, 1, ENOUGH)) * 2);
    this.table = new int[2 * places];
    this.met = new int[places / 2];
    this.shift = Integer.numberOfLeadingZeros(places) + 1;
  }

  /// How many there are.
  int size() {
    return size;
  }

  /// The number of the pair that ends at each character of a text, `NONE` where there is none.
  int[] in(String text) {
    int[] found = new int[text.length()];
    char before = 0;
    for (int i = 0; i < found.length; i++) {
      char c = Glyphs.isHan(text.charAt(i)) ? text.charAt(i) : 0;
      found[i] = before != 0 && c != 0 ? number(before << 16 | c) : NONE;
      before = c;
    }
    return found;
  }

  /// The numbers of the pairs of a text, each once, in its order.
  int[] of(String text) {
    texts++;
    int[] found = new int[text.length()];
    int count = 0;
    char before = 0;
    for (int i = 0; i < found.length; i++) {
      char c = Glyphs.isHan(text.charAt(i)) ? text.charAt(i) : 0;
      if (before != 0 && c != 0) {
        int number = number(before << 16 | c);
        if (met[number] != texts) {
          met[number] = texts;
          found[count++] = number;
        }
      }
      before = c;
    }
    return Arrays.copyOf(found, count);
  }

  private int number(int pair) {
    int at = place(pair);
    if (table[at] == 0 && size * 4 >= table.length) {
      if (table.length == 2 * MOST) {
        return (pair * SPREAD >>> 1) % size;
      }
      grow();
      at = place(pair);
    }
    if (table[at] == 0) {
      table[at] = pair;
      table[at + 1] = size++;
    }
    return table[at + 1];
  }

  /// Where the pair is, or would be.
  private int place(int pair) {
    int at = pair * SPREAD >>> shift << 1;
    for (int i = 1; i < REACH && table[at] != pair && table[at] != 0; i++) {
      at = at + 2 & table.length - 1;
    }
    return at;
  }

  private void grow() {
    int[] old = table;
    table = new int[old.length * 2];
    met = Arrays.copyOf(met, met.length * 2);
    shift--;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        int at = place(old[i]);
        table[at] = old[i];
        table[at + 1] = old[i + 1];
      }
    }
  }
}
