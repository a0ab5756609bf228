package dev.broadsheet.enrich.lexicon;

/// The nodes of a large trie as a double array, a long for each: the node behind another on a
/// letter lies in the cell at the base of the one plus the code of the other, so that a step is one
/// read. ASCII letters match in either case. Immutable once filled, safe to share.
///
/// A node is what its cell holds: from the lowest bit a filter, eight bits that say which codes may
/// follow, so that most steps that lead nowhere read nothing; the code that led to it; its base;
/// its value. No two nodes have one base, which is why the code tells whose child a cell holds.
final class DoubleArray {
  /// No such node.
  static final long NONE = 0;

  /// The greatest value of a node.
  static final int MOST = (1 << 19) - 1;

  private static final int FILTER_BITS = 8;
  private static final int CODE_SHIFT = FILTER_BITS;
  private static final int BASE_SHIFT = CODE_SHIFT + Character.SIZE;
  private static final int BASE_BITS = 21;
  private static final int VALUE_SHIFT = BASE_SHIFT + BASE_BITS;
  private static final int MOST_BASE = (1 << BASE_BITS) - 1;

  /// By letter; 0 for one that is in no word.
  private final char[] codes;

  private final long[] cells;

  /// @param values of the nodes of `trie` by their numbers, from 0 to [#MOST]
  /// @throws IllegalArgumentException when the trie has too many nodes
  DoubleArray(TrieBuilder trie, int[] values) {
    CellPlan plan = new CellPlan(trie);
    if (plan.lastBase() > MOST_BASE) {
      throw new IllegalArgumentException("%d nodes are too many for a trie".formatted(trie.size()));
    }
    codes = plan.codes();
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      codes[letter] = codes[WordHeads.folded(letter)];
    }
    cells = new long[plan.lastBase() + codes.length];
    long[] filters = new long[trie.size()];
    for (int node = trie.size() - 1; node > TrieBuilder.ROOT; node--) {
      char code = codes[trie.letter(node)];
      filters[trie.parent(node)] |= filter(code);
      cells[plan.cell(node)] =
          (long) values[node] << VALUE_SHIFT
              | (long) plan.base(node) << BASE_SHIFT
              | (long) code << CODE_SHIFT
              | filters[node];
    }
  }

  /// Writes the codes of the letters of a text, and behind them one that leads nowhere.
  void encode(char[] letters, char[] to) {
    for (int i = 0; i < letters.length; i++) {
      to[i] = codes[letters[i]];
    }
    to[letters.length] = 0;
  }

  /// The nodes behind the root on each letter of a text, and on that and the next one: most walks
  /// end there. The cells lie far apart; those of many positions are on their way at a time,
  /// because none waits for the outcome of another.
  void begin(char[] text, int length, long[] heads, long[] pairs) {
    for (int i = 0; i < length; i++) {
      heads[i] = child(0, text[i]);
    }
    for (int i = 0; i < length; i++) {
      long head = heads[i];
      char code = text[i + 1];
      long cell = cells[((int) (head >>> BASE_SHIFT) & MOST_BASE) + code];
      long other = (char) (cell >>> CODE_SHIFT) ^ code;
      // All bits are set where the head lets the code follow and the cell is of that code.
      pairs[i] = cell & (other - 1) >> (Long.SIZE - 1) & -(head >>> code % FILTER_BITS & 1);
    }
  }

  /// The node behind `node` on the letter of a code, or [#NONE].
  long next(long node, char code) {
    if ((node & filter(code)) == 0) {
      return NONE;
    }
    return child((int) (node >>> BASE_SHIFT) & MOST_BASE, code);
  }

  private long child(int base, char code) {
    long cell = cells[base + code];
    return (char) (cell >>> CODE_SHIFT) == code ? cell : NONE;
  }

  /// Value of a node.
  static int value(long node) {
    return (int) (node >>> VALUE_SHIFT);
  }

  private static long filter(char code) {
    return 1L << code % FILTER_BITS;
  }
}
