package dev.broadsheet.enrich.lexicon;

import java.util.Arrays;

/// The likeliest way to each position of a text, word by word. For one text after another, and one
/// thread.
final class Lattice {
  private final WordTrie trie;

  /// By position: the cost of the best way there, where its last word begins, and its entry.
  private final float[] best;

  private final int[] from;
  private final int[] entries;

  private char[] letters = {};
  private int[] notes = {};

  /// @param longest length of the longest text
  Lattice(WordTrie trie, int longest) {
    this.trie = trie;
    best = new float[longest + 1];
    from = new int[longest + 1];
    entries = new int[longest + 1];
  }

  /// The words of a text that are likeliest together.
  Passage cut(PlainText text) {
    letters = text.letters();
    notes = new int[letters.length + 1];
    Arrays.fill(best, 0, letters.length + 1, Float.MAX_VALUE);
    best[0] = 0;
    for (int i = 0; i < letters.length; i++) {
      walk(i, best[i] != Float.MAX_VALUE && begins(i));
    }
    Passage passage = new Passage(text, notes);
    for (int end = letters.length; end > 0; end = from[end]) {
      int entry = entries[end];
      passage.add(from[end], end, trie.classOf(entry), trie.cost(entry));
    }
    return passage;
  }

  /// Whether words may begin with the character at a position that a way leads to; an ASCII run and
  /// a mark are words by themselves.
  private boolean begins(int start) {
    char letter = letters[start];
    if (letter < 0x2E80 || isMark(letter)) {
      boolean wordy = isWordy(letter);
      relax(start, wordy ? runEnd(start) : start + 1, 1f, wordy ? WordTrie.ASCII : WordTrie.MARK);
      return false;
    }
    relax(start, start + 1, WordDictionary.UNKNOWN_COST, WordTrie.UNKNOWN);
    return true;
  }

  private int runEnd(int start) {
    int end = start + 1;
    while (end < letters.length && isWordy(letters[end])) {
      end++;
    }
    return end;
  }

  /// Goes along all words that begin at a position.
  ///
  /// @param cut whether they may be words of the text; else they are only noted
  private void walk(int start, boolean cut) {
    int node = TrieTable.ROOT;
    for (int i = start; i < letters.length; i++) {
      node = trie.next(node, letters[i]);
      if (node == TrieTable.NONE) {
        return;
      }
      int entry = trie.entryAt(node);
      if (entry != 0) {
        if (cut) {
          relax(start, i + 1, trie.cost(entry), entry);
        }
        if (trie.isNoted(entry)) {
          note(start, i + 1, entry, cut);
        }
      }
    }
  }

  private void note(int start, int end, int entry, boolean cut) {
    int note = trie.notes(entry);
    notes[start] |= note & ~Notes.ENDING;
    notes[end] |= note & Notes.ENDING;
    if (cut && trie.isListed(entry)) {
      int listed = WordTrie.asListed(entry);
      relax(start, end, trie.cost(listed), listed);
    }
  }

  private void relax(int start, int end, float cost, int entry) {
    float sum = best[start] + cost;
    if (sum < best[end]) {
      best[end] = sum;
      from[end] = start;
      entries[end] = entry;
    }
  }

  private static boolean isWordy(char letter) {
    return letter < 0x2E80 && (Character.isLetterOrDigit(letter) || letter == '.' || letter == '%');
  }

  private static boolean isMark(char letter) {
    return (letter > 0x2FFF && letter < 0x3040 && letter != '〇' && letter != '々')
        || (letter >= 0xFF00 && letter <= 0xFFEF)
        || (letter >= 0xFE10 && letter <= 0xFE4F);
  }
}
