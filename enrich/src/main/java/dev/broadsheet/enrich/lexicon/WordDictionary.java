package dev.broadsheet.enrich.lexicon;

import com.hankcs.hanlp.corpus.tag.Nature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/// The 85,000 words of HanLP's core dictionary with what each is and how rare it is.
///
/// Only the dictionary's compiled file is read, from HanLP's jar, into flat arrays (3 MB):
/// loading it through HanLP's own classes makes a quarter of a million objects and takes
/// several times as long. The file is big-endian ints: number of words; for each word its
/// frequency, its number of tags, and tag and frequency of each; then a double-array trie, its
/// size and pairs of base and check. Immutable, safe to share.
public final class WordDictionary {
  /// A word that was seen this often in 1.3 million costs as much as an unknown character.
  static final float UNKNOWN_COST = 15f;

  private static final String RESOURCE = "/data/dictionary/CoreNatureDictionary.mini.txt.bin";

  private final float[] costs;
  private final WordClass[] classes;

  /// Base and check of each cell side by side: a step reads both, from one line of the cache.
  private final int[] cells;

  private WordDictionary(float[] costs, WordClass[] classes, int[] cells) {
    this.costs = costs;
    this.classes = classes;
    this.cells = cells;
  }

  /// Reads the dictionary.
  ///
  /// @throws IllegalStateException when HanLP's jar does not hold it
  public static WordDictionary load() {
    try (InputStream in = Nature.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no dictionary " + RESOURCE + " on the class path");
      }
      return read(ByteBuffer.wrap(in.readAllBytes()).asIntBuffer());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read dictionary " + RESOURCE, e);
    }
  }

  private static WordDictionary read(IntBuffer in) {
    int size = in.get();
    int[] frequencies = new int[size];
    WordClass[] classes = new WordClass[size];
    WordClass[] plain = classesByTag(false);
    WordClass[] withNoun = classesByTag(true);
    double total = 0;
    for (int i = 0; i < size; i++) {
      frequencies[i] = in.get();
      total += frequencies[i];
      classes[i] = readClass(in, frequencies[i], plain, withNoun);
    }
    float[] costs = new float[size];
    for (int i = 0; i < size; i++) {
      costs[i] = (float) Math.log(total / Math.max(1, frequencies[i]));
    }
    int[] cells = new int[2 * in.get()];
    in.get(cells);
    return new WordDictionary(costs, classes, cells);
  }

  /// A verb that stands as a noun in a fifth of its uses counts as both.
  private static WordClass readClass(
      IntBuffer in, int frequency, WordClass[] plain, WordClass[] withNoun) {
    int tags = in.get();
    int first = 0;
    int asNoun = 0;
    for (int i = 0; i < tags; i++) {
      int tag = in.get();
      int count = in.get();
      first = i == 0 ? tag : first;
      asNoun +=
          i > 0 && (plain[tag] == WordClass.NOUN || plain[tag] == WordClass.VERBAL_NOUN)
              ? count
              : 0;
    }
    return asNoun * 5 >= frequency && asNoun > 0 ? withNoun[first] : plain[first];
  }

  private static WordClass[] classesByTag(boolean alsoNoun) {
    Nature[] tags = Nature.values();
    WordClass[] classes = new WordClass[tags.length];
    for (Nature tag : tags) {
      classes[tag.ordinal()] = WordClass.ofTag(tag.toString(), alsoNoun);
    }
    return classes;
  }

  /// Number of words.
  public int size() {
    return costs.length;
  }

  /// Number of the word that is exactly `text[from, to)`, or -1.
  public int find(char[] text, int from, int to) {
    int node = cells[0];
    for (int i = from; i < to; i++) {
      node = next(node, text[i]);
      if (node < 0) {
        return -1;
      }
    }
    return wordAt(node);
  }

  /// Adds every word to a trie; gives the node that each ends at, by its number.
  ///
  /// A node of the double array is a base; its edges are the cells whose check it is, in no order.
  /// So each pass over the cells finds those one character farther from the root.
  int[] addTo(TrieBuilder trie) {
    int[] ends = new int[costs.length];
    int[] nodes = new int[cells.length / 2];
    Arrays.fill(nodes, -1);
    nodes[cells[0]] = TrieBuilder.ROOT;
    for (int before = 0; before < trie.size(); ) {
      before = trie.size();
      for (int cell = 1; cell < nodes.length; cell++) {
        int base = cells[2 * cell];
        int check = cells[2 * cell + 1];
        int from = check > 0 ? nodes[check] : -1;
        if (from >= 0 && base < 0 && cell == check) {
          ends[-base - 1] = from;
        } else if (from >= 0 && base > 0 && nodes[base] < 0) {
          nodes[base] = trie.child(from, (char) (cell - check - 1));
        }
      }
    }
    return ends;
  }

  private int next(int node, char letter) {
    int cell = 2 * (node + letter + 1);
    return cell < cells.length && cells[cell + 1] == node ? cells[cell] : -1;
  }

  private int wordAt(int node) {
    int cell = 2 * node;
    return cell < cells.length && cells[cell + 1] == node && cells[cell] < 0
        ? -cells[cell] - 1
        : -1;
  }

  /// What a word is; [WordClass#UNKNOWN] for -1.
  public WordClass classOf(int word) {
    return word < 0 ? WordClass.UNKNOWN : classes[word];
  }

  /// How rare a word is: the negative logarithm of its share of all text.
  public float costOf(int word) {
    return word < 0 ? UNKNOWN_COST : costs[word];
  }
}
