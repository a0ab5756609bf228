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

  /// One bit for each character that begins a word: most walks end there, without a probe.
  private final long[] firsts;

  private Lexicon(Builder from) {
    keys = from.keys;
    targets = from.targets;
    words = Arrays.copyOf(from.words, from.nodes);
    shift = from.shift;
    firsts = from.firsts;
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
    if (node == ROOT && (firsts[letter >>> 6] & 1L << letter) == 0) {
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

  /// Length of the longest word that begins at `from` and ends by `to`; 0 when there is none.
  public int longestFrom(char[] text, int from, int to) {
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
    char folded = letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
    return ((long) node << 16) | folded;
  }

  private static int slot(long key, int shift) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
  }

  /// Collects words. For one thread.
  static final class Builder {
    private long[] keys = filled(1 << 10);
    private int[] targets = new int[1 << 10];
    private int[] words = new int[1 << 9];
    private int shift = 54;
    private int nodes = 1;
    private final long[] firsts = new long[1 << 10];

    Builder() {
      words[ROOT] = NONE;
    }

    /// Adds a word; of two equal ones the first number stays.
    void add(String word, int id) {
      int node = ROOT;
      String lower = word.toLowerCase(Locale.ROOT);
      mark(lower.charAt(0));
      mark(Character.toUpperCase(lower.charAt(0)));
      for (int i = 0; i < lower.length(); i++) {
        node = child(node, lower.charAt(i));
      }
      if (node != ROOT && words[node] == NONE) {
        words[node] = id;
      }
    }

    private void mark(char first) {
      firsts[first >>> 6] |= 1L << first;
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
