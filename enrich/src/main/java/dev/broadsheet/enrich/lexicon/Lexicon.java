package dev.broadsheet.enrich.lexicon;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/// A set of words that is walked one character at a time: a trie in one open-addressed table.
///
/// A walk from a position takes as many steps as the longest word has characters, so that
/// matching a text is linear in it. ASCII letters match in either case. Immutable once built,
/// safe to share.
public final class Lexicon {
  /// The node where every walk begins.
  public static final int ROOT = 0;

  /// No such node, or no such word.
  public static final int NONE = -1;

  private static final long EMPTY = -1;

  /// Cells of two: the node before with the letter, and the number of the word that ends there.
  /// They lie side by side, as a large table is mostly outside the near caches. A node is the
  /// place of its cell, from 1.
  private final long[] cells;

  private final int shift;

  /// Says of most positions that no word begins there, without a probe.
  private final WordHeads heads;

  private Lexicon(Builder from) {
    cells = from.cells();
    shift = Long.numberOfLeadingZeros(cells.length / 2 - 1);
    heads = WordHeads.of(Arrays.copyOf(from.heads, from.size));
  }

  /// Makes a lexicon in which a word has its place in `words` as its number.
  public static Lexicon of(Collection<String> words) {
    Builder builder = new Builder();
    int id = 0;
    for (String word : words) {
      builder.add(word, id++);
    }
    return builder.build();
  }

  /// Makes a lexicon that is walked from the end of a word to its beginning.
  public static Lexicon ofReversed(Collection<String> words) {
    return of(words.stream().map(w -> new StringBuilder(w).reverse().toString()).toList());
  }

  /// The node behind `node` on `letter`, or [#NONE].
  public int next(int node, char letter) {
    if (node == ROOT && !heads.mayBegin(letter)) {
      return NONE;
    }
    long key = key(node, letter);
    int mask = cells.length / 2 - 1;
    for (int slot = slot(key, shift); ; slot = (slot + 1) & mask) {
      long there = cells[2 * slot];
      if (there == key) {
        return slot + 1;
      }
      if (there == EMPTY) {
        return NONE;
      }
    }
  }

  /// The number of the word that ends at `node`, or [#NONE].
  public int wordAt(int node) {
    return node == ROOT ? NONE : (int) cells[2 * node - 1];
  }

  /// Whether a word may begin at `from`; false is sure, and saves the walk.
  public boolean mayBegin(char[] text, int from, int to) {
    return heads.mayBegin(text, from, to);
  }

  /// Length of the longest word that begins at `from` and ends by `to`; 0 when there is none.
  public int longestFrom(char[] text, int from, int to) {
    if (!heads.mayBegin(text, from, to)) {
      return 0;
    }
    int best = 0;
    int node = ROOT;
    for (int i = from; i < to; i++) {
      node = next(node, text[i]);
      if (node == NONE) {
        break;
      }
      if (wordAt(node) != NONE) {
        best = i - from + 1;
      }
    }
    return best;
  }

  /// Length of the longest word, of a reversed lexicon, that ends before `end`.
  public int longestBefore(char[] text, int end) {
    int best = 0;
    int node = ROOT;
    for (int i = end - 1; i >= 0; i--) {
      node = next(node, text[i]);
      if (node == NONE) {
        break;
      }
      if (wordAt(node) != NONE) {
        best = end - i;
      }
    }
    return best;
  }

  /// The number of the word that is exactly `text[from, to)`, or [#NONE].
  public int find(char[] text, int from, int to) {
    int node = ROOT;
    for (int i = from; i < to && node != NONE; i++) {
      node = next(node, text[i]);
    }
    return node == NONE ? NONE : wordAt(node);
  }

  /// Whether `text[from, to)` is a word.
  public boolean has(char[] text, int from, int to) {
    return find(text, from, to) != NONE;
  }

  private static long key(int node, char letter) {
    return ((long) node << 16) | WordHeads.folded(letter);
  }

  private static int slot(long key, int shift) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
  }

  /// Collects words. For one thread.
  static final class Builder {
    private long[] keys = filled(1 << 6);
    private int[] targets = new int[1 << 6];
    private int[] words = new int[1 << 5];

    /// By node: the key that leads to it. A node comes after the one before it.
    private long[] ways = new long[1 << 5];
    private int shift = 58;
    private int nodes = 1;
    private int[] heads = new int[1 << 4];
    private int size;

    Builder() {
      words[ROOT] = NONE;
    }

    /// Adds a word; of two equal ones the first number stays.
    void add(String word, int id) {
      int node = ROOT;
      String lower = word.toLowerCase(Locale.ROOT);
      if (size == heads.length) {
        heads = Arrays.copyOf(heads, size * 2);
      }
      heads[size++] = WordHeads.head(lower);
      for (int i = 0; i < lower.length(); i++) {
        node = child(node, lower.charAt(i));
      }
      if (node != ROOT && words[node] == NONE) {
        words[node] = id;
      }
    }

    Lexicon build() {
      return new Lexicon(this);
    }

    /// The finished table: nodes are named by their places in it.
    private long[] cells() {
      long[] cells = filled(2 * keys.length);
      int mask = keys.length - 1;
      int[] places = new int[nodes];
      for (int node = 1; node < nodes; node++) {
        long key = (long) places[(int) (ways[node] >>> 16)] << 16 | (ways[node] & 0xFFFF);
        int slot = slot(key, shift);
        while (cells[2 * slot] != EMPTY) {
          slot = (slot + 1) & mask;
        }
        cells[2 * slot] = key;
        cells[2 * slot + 1] = words[node];
        places[node] = slot + 1;
      }
      return cells;
    }

    private int child(int node, char letter) {
      long key = key(node, letter);
      int at = free(keys, key, shift);
      if (keys[at] == key) {
        return targets[at];
      }
      if (nodes * 2 > keys.length) {
        grow();
        at = free(keys, key, shift);
      }
      if (nodes == words.length) {
        words = Arrays.copyOf(words, nodes * 2);
        ways = Arrays.copyOf(ways, nodes * 2);
      }
      keys[at] = key;
      targets[at] = nodes;
      words[nodes] = NONE;
      ways[nodes] = key;
      return nodes++;
    }

    private void grow() {
      long[] old = keys;
      int[] oldTargets = targets;
      keys = filled(old.length * 2);
      targets = new int[old.length * 2];
      shift--;
      for (int i = 0; i < old.length; i++) {
        if (old[i] != EMPTY) {
          int at = free(keys, old[i], shift);
          keys[at] = old[i];
          targets[at] = oldTargets[i];
        }
      }
    }

    private static int free(long[] keys, long key, int shift) {
      int mask = keys.length - 1;
      int slot = slot(key, shift);
      while (keys[slot] != EMPTY && keys[slot] != key) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private static long[] filled(int size) {
      long[] keys = new long[size];
      Arrays.fill(keys, EMPTY);
      return keys;
    }
  }
}
