package dev.broadsheet.enrich.lexicon;

/// How the words of a lexicon begin: their first characters and their first pairs, as bits of
/// tables that are small enough for the nearest cache. A bit may stand for several; so what it says
/// is sure only where it says no. ASCII letters match in either case.
final class WordHeads {
  /// Bits for each entry: with so many, one look in sixteen is in vain.
  private static final int ROOM = 16;

  private static final int FEWEST_BITS = 1 << 8;
  private static final int MOST_FIRSTS = 1 << 16;
  private static final int MOST_PAIRS = 1 << 19;

  private final long[] firsts;

  /// Characters that are words.
  private final long[] singles;

  private final long[] pairs;

  private WordHeads(int size) {
    firsts = new long[bits(size, MOST_FIRSTS) / Long.SIZE];
    singles = new long[firsts.length];
    pairs = new long[bits(size, MOST_PAIRS) / Long.SIZE];
  }

  /// @param heads of the words, as [#head] gives them
  static WordHeads of(int[] heads) {
    WordHeads all = new WordHeads(heads.length);
    for (int head : heads) {
      int first = head >>> 16;
      set(all.firsts, first);
      if ((head & 0xFFFF) == 0) {
        set(all.singles, first);
      } else {
        set(all.pairs, mix(head));
      }
    }
    return all;
  }

  /// The first two characters of a word in lower case; the second is 0 when it has one.
  static int head(String word) {
    return word.charAt(0) << 16 | (word.length() > 1 ? word.charAt(1) : 0);
  }

  /// The lower case of an ASCII letter, else the character itself.
  static char folded(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
  }

  boolean mayBegin(char letter) {
    return has(firsts, folded(letter));
  }

  boolean mayBegin(char[] text, int from, int to) {
    if (from >= to) {
      return false;
    }
    char first = folded(text[from]);
    return has(firsts, first)
        && (has(singles, first)
            || (from + 1 < to && has(pairs, mix(first << 16 | folded(text[from + 1])))));
  }

  private static int bits(int size, int most) {
    return Math.clamp(Integer.highestOneBit(Math.max(1, size)) * (long) ROOM, FEWEST_BITS, most);
  }

  private static int mix(int head) {
    int hash = head * 0x9E3779B1;
    return hash ^ (hash >>> 15);
  }

  private static boolean has(long[] table, int bit) {
    return (table[(bit >>> 6) & (table.length - 1)] & 1L << bit) != 0;
  }

  private static void set(long[] table, int bit) {
    table[(bit >>> 6) & (table.length - 1)] |= 1L << bit;
  }
}
