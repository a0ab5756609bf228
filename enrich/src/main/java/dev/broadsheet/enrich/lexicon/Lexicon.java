package dev.broadsheet.enrich.lexicon;

import java.util.Collection;
import java.util.Locale;

/// A set of words that is walked one character at a time: a trie.
///
/// A walk from a position takes as many steps as the longest word has characters, so that
/// matching a text is linear in it. ASCII letters match in either case. Immutable once built,
/// safe to share.
public final class Lexicon {
  /// The node where every walk begins.
  public static final int ROOT = TrieTable.ROOT;

  /// No such node, or no such word.
  public static final int NONE = TrieTable.NONE;

  private final TrieTable nodes;

  /// Says of most positions that no word begins there, without a probe.
  private final WordHeads heads;

  private Lexicon(TrieTable nodes, WordHeads heads) {
    this.nodes = nodes;
    this.heads = heads;
  }

  /// Makes a lexicon in which a word has its place in `words` as its number.
  public static Lexicon of(Collection<String> words) {
    TrieBuilder trie = new TrieBuilder(2 * words.size());
    int[] heads = new int[words.size()];
    int[] ends = new int[words.size()];
    int id = 0;
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      heads[id] = WordHeads.head(lower);
      ends[id++] = trie.add(lower);
    }
    return new Lexicon(new TrieTable(trie, numbers(ends, trie.size())), WordHeads.of(heads));
  }

  /// By node: the number of the word that ends there, from 1; of two equal ones the first stays.
  private static int[] numbers(int[] ends, int nodes) {
    int[] numbers = new int[nodes];
    for (int id = ends.length - 1; id >= 0; id--) {
      numbers[ends[id]] = id + 1;
    }
    return numbers;
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
    return nodes.next(node, WordHeads.folded(letter));
  }

  /// The number of the word that ends at `node`, or [#NONE].
  public int wordAt(int node) {
    return node == ROOT ? NONE : nodes.value(node) - 1;
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
}
