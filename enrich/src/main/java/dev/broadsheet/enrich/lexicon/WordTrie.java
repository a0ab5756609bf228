package dev.broadsheet.enrich.lexicon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

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
  static final float LISTED_COST = 9f;

  /// Says among the notes of a word that it is a listed one.
  private static final int LISTED = 1 << 31;

  private static final long[] UNLISTED = {
    WordKind.of(WordDictionary.UNKNOWN_COST, WordClass.UNKNOWN),
    WordKind.of(WordDictionary.UNKNOWN_COST, WordClass.ASCII),
    WordKind.of(WordDictionary.UNKNOWN_COST, WordClass.PUNCTUATION)
  };

  private final DoubleArray nodes;

  /// By entry: the kind of the word, of endless cost where the dictionary lacks it. The last ones
  /// are those of noted words where they are cut as listed ones.
  private final long[] kinds;

  /// The first entry of words that are in a list, and how many they are. Such words share none.
  private final int firstNoted;

  private final int noted;

  /// By entry from [#firstNoted]: the notes of the word, and in the upper half its place from 1
  /// among those to spot; 0 for one that is not to be.
  private final long[] notes;

  private final SpottedWords spotted;

  private WordTrie(Words words, SpottedWords spotted) {
    this.spotted = spotted;
    long[] shared = words.shared();
    firstNoted = UNLISTED.length + shared.length;
    noted = words.noted();
    kinds = Arrays.copyOf(UNLISTED, firstNoted + 2 * noted);
    System.arraycopy(shared, 0, kinds, UNLISTED.length, shared.length);
    notes = new long[noted];
    int[] entries = new int[words.trie.size()];
    int next = firstNoted;
    for (int node = 1; node < entries.length; node++) {
      if (words.isNoted(node)) {
        notes[next - firstNoted] =
            (long) words.spots[node] << Integer.SIZE | Integer.toUnsignedLong(words.notes[node]);
        kinds[next] = words.kind(node);
        kinds[next + noted] = WordKind.of(LISTED_COST, words.listed[node]);
        entries[node] = next++;
      } else if (words.kinds[node] != 0) {
        entries[node] = UNLISTED.length + Arrays.binarySearch(shared, words.kinds[node]);
      }
    }
    nodes = new DoubleArray(words.trie, entries);
  }

  /// @param listed words beyond the dictionary's, and what they are
  /// @param noted words to note, in lower case, with their notes
  static WordTrie of(
      WordDictionary dictionary,
      Map<String, WordClass> listed,
      Map<String, Integer> noted,
      SpottedWords spotted) {
    return new WordTrie(new Words(dictionary, listed, noted, spotted.places()), spotted);
  }

  SpottedWords spotted() {
    return spotted;
  }

  DoubleArray nodes() {
    return nodes;
  }

  /// Whether the word of an entry is in a list, of any kind.
  boolean isNoted(int entry) {
    return entry >= firstNoted;
  }

  /// Notes of the word of an entry for which [#isNoted] holds.
  int notes(int entry) {
    return (int) notes[entry - firstNoted] & ~LISTED;
  }

  /// Whether the word of an entry for which [#isNoted] holds is one for a segmenter to cut.
  boolean isListed(int entry) {
    return (int) notes[entry - firstNoted] < 0;
  }

  /// Whether the word of an entry for which [#isNoted] holds is to be spotted.
  boolean isSpotted(int entry) {
    return notes[entry - firstNoted] >>> Integer.SIZE != 0;
  }

  /// Place in its list of the word of an entry for which [#isSpotted] holds.
  int place(int entry) {
    return (int) (notes[entry - firstNoted] >>> Integer.SIZE) - 1;
  }

  /// The kind of the word of an entry for which [#isListed] holds where it is cut as a listed one.
  int asListed(int entry) {
    return entry + noted;
  }

  /// What a word is; see [WordKind].
  long kind(int entry) {
    return kinds[entry];
  }

  /// All words while their entries are not numbered.
  private static final class Words {
    private final TrieBuilder trie = new TrieBuilder(1 << 17);

    /// By node: the word of the dictionary, 0 for none, and what lists say.
    private final long[] kinds;

    private final int[] notes;
    private final int[] spots;
    private final WordClass[] listed;

    Words(
        WordDictionary dictionary,
        Map<String, WordClass> listed,
        Map<String, Integer> noted,
        Map<String, Integer> spotted) {
      int[] ends = dictionary.addTo(trie);
      listed.keySet().forEach(word -> trie.add(lower(word)));
      noted.keySet().forEach(trie::add);
      spotted.keySet().forEach(trie::add);
      kinds = new long[trie.size()];
      notes = new int[trie.size()];
      spots = new int[trie.size()];
      this.listed = new WordClass[trie.size()];
      Arrays.fill(this.listed, WordClass.UNKNOWN);
      for (int word = 0; word < ends.length; word++) {
        if (!isUnknown(ends[word], dictionary.costOf(word))) {
          kinds[ends[word]] = WordKind.of(dictionary.costOf(word), dictionary.classOf(word));
        }
      }
      noted.forEach((word, note) -> notes[trie.add(word)] = note);
      spotted.forEach((word, place) -> spots[trie.add(word)] = place);
      listed.forEach(this::list);
    }

    /// A character that is rarer than an unknown one counts as one.
    private boolean isUnknown(int node, float cost) {
      return trie.parent(node) == TrieBuilder.ROOT && cost >= WordDictionary.UNKNOWN_COST;
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

    /// The kind of the word that ends at a node. A character that the dictionary lacks is cut as
    /// an unknown one, a word that it lacks is not cut.
    long kind(int node) {
      if (kinds[node] != 0) {
        return kinds[node];
      }
      boolean single = trie.parent(node) == TrieBuilder.ROOT;
      return single ? UNLISTED[UNKNOWN] : WordKind.of(Float.POSITIVE_INFINITY, WordClass.UNKNOWN);
    }

    int noted() {
      return (int) IntStream.range(0, trie.size()).filter(this::isNoted).count();
    }

    boolean isNoted(int node) {
      return notes[node] != 0 || spots[node] != 0;
    }

    /// The kinds of words that are in no list, the commonest first.
    long[] shared() {
      long[] plain = new long[kinds.length];
      int size = 0;
      for (int node = 0; node < kinds.length; node++) {
        if (kinds[node] != 0 && !isNoted(node)) {
          plain[size++] = kinds[node];
        }
      }
      return Arrays.stream(plain, 0, size).sorted().distinct().toArray();
    }
  }
}
