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

  private final long[] keys;
  private final int[] targets;
  private final int[] words;
  private final int shift;

  /// Says of most positions that no word begins there, without a probe.
  private final WordHeads heads;

  private Lexicon(Builder from) {
    keys = from.keys;
    targets = from.targets;
    words = Arrays.copyOf(from.words, from.nodes);
    shift = from.shift;
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
    int mask = keys.length - 1;
    for (int slot = slot(key, shift); ; slot = (slot + 1) & mask) {
      if (keys[slot] == key) {
        return targets[slot];
      }
      if (keys[slot] == EMPTY) {
        return NONE;
      }
    }
  }

  /// The number of the word that ends at `node`, or [#NONE].
  public int wordAt(int node) {
    return words[node];
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
      if (words[node] != NONE) {
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
      if (words[node] != NONE) {
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
    return node == NONE ? NONE : words[node];
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
      }
      keys[at] = key;
      targets[at] = nodes;
      words[nodes] = NONE;
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
