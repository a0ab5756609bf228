package dev.broadsheet.enrich.lexicon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// The dictionary, the listed words and the words to note in one trie: a text is walked once for
/// all of them. ASCII letters match in either case; the dictionary has none. Immutable, safe to
/// share.
///
/// What is known of a word is its entry. Words of the dictionary that are the same to a segmenter,
/// as rare and of one class, share theirs: the few thousand that are left stay in the near caches.
final class WordTrie {
  /// Entries of what is no word of a list: an unknown character, an ASCII run, a mark.
  static final int UNKNOWN = 0;

  static final int ASCII = 1;
  static final int MARK = 2;

  /// Cost of a listed word: that of a word of middling frequency.
  private static final float LISTED_COST = 9f;

  /// Says among the notes of a word that it is a listed one.
  private static final int LISTED = 1 << 31;

  private static final WordClass[] UNLISTED = {
    WordClass.UNKNOWN, WordClass.ASCII, WordClass.PUNCTUATION
  };

  private final TrieTable nodes;

  /// By entry: what the word costs, endless where the dictionary lacks it, and its class.
  private final float[] costs;

  private final WordClass[] classes;

  /// The first entry of words that are in a list. Such words share none.
  private final int firstNoted;

  /// By entry from [#firstNoted]: the notes of the word, and its class as a listed word.
  private final int[] notes;

  private final WordClass[] listedClasses;

  private WordTrie(Words words) {
    long[] shared = words.shared();
    firstNoted = UNLISTED.length + shared.length;
    int size = firstNoted + words.noted();
    costs = new float[size];
    classes = Arrays.copyOf(UNLISTED, size);
    notes = new int[size - firstNoted];
    listedClasses = new WordClass[size - firstNoted];
    Arrays.fill(costs, 0, UNLISTED.length, WordDictionary.UNKNOWN_COST);
    int[] entries = new int[words.trie.size()];
    int next = firstNoted;
    for (int node = 1; node < entries.length; node++) {
      if (words.notes[node] != 0) {
        notes[next - firstNoted] = words.notes[node];
        listedClasses[next - firstNoted] = words.listed[node];
        entries[node] = next++;
      } else if (words.kinds[node] != 0) {
        entries[node] = UNLISTED.length + Arrays.binarySearch(shared, words.kinds[node]);
      }
      if (entries[node] != 0) {
        costs[entries[node]] = words.cost(node);
        classes[entries[node]] = words.classOf(node);
      }
    }
    nodes = new TrieTable(words.trie, entries);
  }

  /// @param listed words beyond the dictionary's, and what they are
  /// @param noted words to note, in lower case, with their notes
  static WordTrie of(
      WordDictionary dictionary, Map<String, WordClass> listed, Map<String, Integer> noted) {
    return new WordTrie(new Words(dictionary, listed, noted));
  }

  /// The node behind `node` on `letter`, or [TrieTable#NONE].
  int next(int node, char letter) {
    return nodes.next(node, WordHeads.folded(letter));
  }

  /// Entry of the word that ends at a node; 0 where none does.
  int entryAt(int node) {
    return nodes.value(node);
  }

  /// Whether the word of an entry is in a list.
  boolean isNoted(int entry) {
    return entry >= firstNoted;
  }

  /// Notes of the word of an entry for which [#isNoted] holds.
  int notes(int entry) {
    return notes[entry - firstNoted] & ~LISTED;
  }

  /// Whether the word of an entry for which [#isNoted] holds is one for a segmenter to cut.
  boolean isListed(int entry) {
    return notes[entry - firstNoted] < 0;
  }

  /// What stands for the word of an entry where it is cut as a listed word.
  static int asListed(int entry) {
    return ~entry;
  }

  float cost(int entry) {
    return entry < 0 ? LISTED_COST : costs[entry];
  }

  WordClass classOf(int entry) {
    return entry < 0 ? listedClasses[~entry - firstNoted] : classes[entry];
  }

  /// All words while their entries are not numbered.
  private static final class Words {
    private static final WordClass[] CLASSES = WordClass.values();

    private final TrieBuilder trie = new TrieBuilder(1 << 17);

    /// By node: cost and class of the word of the dictionary, 0 for none, and what lists say.
    private final long[] kinds;

    private final int[] notes;
    private final WordClass[] listed;

    Words(WordDictionary dictionary, Map<String, WordClass> listed, Map<String, Integer> noted) {
      int[] ends = dictionary.addTo(trie);
      listed.keySet().forEach(word -> trie.add(lower(word)));
      noted.keySet().forEach(trie::add);
      kinds = new long[trie.size()];
      notes = new int[trie.size()];
      this.listed = new WordClass[trie.size()];
      for (int word = 0; word < ends.length; word++) {
        kinds[ends[word]] = kind(dictionary.costOf(word), dictionary.classOf(word));
      }
      noted.forEach((word, note) -> notes[trie.add(word)] = note);
      listed.forEach(this::list);
    }

    /// A number that orders words by their cost. It is kept no longer than until all are read.
    @SuppressWarnings("EnumOrdinal")
    private static long kind(float cost, WordClass of) {
      return (long) Float.floatToIntBits(cost) << 8 | of.ordinal();
    }

    private void list(String word, WordClass kind) {
      int node = trie.add(lower(word));
      if (notes[node] >= 0) {
        notes[node] |= LISTED;
        listed[node] = kind;
      }
    }

    private static String lower(String word) {
      return word.toLowerCase(Locale.ROOT);
    }

    float cost(int node) {
      return kinds[node] == 0
          ? Float.POSITIVE_INFINITY
          : Float.intBitsToFloat((int) (kinds[node] >> 8));
    }

    WordClass classOf(int node) {
      return kinds[node] == 0 ? WordClass.UNKNOWN : CLASSES[(int) kinds[node] & 0xFF];
    }

    int noted() {
      return (int) Arrays.stream(notes).filter(note -> note != 0).count();
    }

    /// The kinds of words that are in no list, the commonest first.
    long[] shared() {
      long[] plain = new long[kinds.length];
      int size = 0;
      for (int node = 0; node < kinds.length; node++) {
        if (kinds[node] != 0 && notes[node] == 0) {
          plain[size++] = kinds[node];
        }
      }
      return Arrays.stream(plain, 0, size).sorted().distinct().toArray();
    }
  }
}
