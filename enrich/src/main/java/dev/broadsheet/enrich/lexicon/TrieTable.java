package dev.broadsheet.enrich.lexicon;

import java.util.Arrays;

/// The nodes of a trie in one open-addressed table, a long for each: a step reads one line of the
/// cache. Immutable once filled, safe to share.
///
/// The upper 37 bits of a cell are its key: the node before and the letter that leads on from it.
/// Behind them stand its value and the filter, eight bits that say which letters may follow: most
/// steps that lead nowhere are not even looked up. A node is the place of its cell, from 1.
final class TrieTable {
  static final int ROOT = 0;

  /// No such node.
  static final int NONE = -1;

  /// The greatest value of a node.
  static final int MOST = (1 << 19) - 1;

  private static final int MOST_CELLS = 1 << 21;
  private static final int FILTER_BITS = 8;
  private static final int KEY_SHIFT = 27;
  private static final long EMPTY = -1;

  private final long[] cells;
  private final int shift;

  /// @param values of the nodes of `trie` by their numbers, from 0 to [#MOST]
  TrieTable(TrieBuilder trie, int[] values) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(8, trie.size())) + 1;
    if (1 << bits > MOST_CELLS) {
      throw new IllegalArgumentException("%d nodes are too many for a trie".formatted(trie.size()));
    }
    shift = Long.SIZE - bits;
    cells = new long[1 << bits];
    Arrays.fill(cells, EMPTY);
    int[] places = new int[trie.size()];
    for (int node = 1; node < places.length; node++) {
      long key = key(places[trie.parent(node)], trie.letter(node));
      int slot = slot(key);
      while (cells[slot] != EMPTY) {
        slot = (slot + 1) & (cells.length - 1);
      }
      cells[slot] = key << KEY_SHIFT | (long) values[node] << FILTER_BITS;
      places[node] = slot + 1;
      if (trie.parent(node) != ROOT) {
        cells[places[trie.parent(node)] - 1] |= filter(trie.letter(node));
      }
    }
  }

  /// The node behind `node` on `letter`, or [#NONE].
  int next(int node, char letter) {
    if (node != ROOT && (cells[node - 1] & filter(letter)) == 0) {
      return NONE;
    }
    long key = key(node, letter);
    for (int slot = slot(key); ; slot = (slot + 1) & (cells.length - 1)) {
      long cell = cells[slot];
      if (cell >>> KEY_SHIFT == key) {
        return slot + 1;
      }
      if (cell == EMPTY) {
        return NONE;
      }
    }
  }

  /// Value of a node that is not the root.
  int value(int node) {
    return (int) (cells[node - 1] >>> FILTER_BITS) & MOST;
  }

  private static long filter(char letter) {
    return 1L << letter % FILTER_BITS;
  }

  private static long key(int node, char letter) {
    return (long) node << Character.SIZE | letter;
  }

  private int slot(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
  }
}
