package dev.broadsheet.enrich.lexicon;

import java.util.Arrays;

/// The likeliest way to each position of a text, word by word. For one text after another, and one
/// thread.
final class Lattice {
  private final WordTrie trie;
  private final DoubleArray nodes;

  /// By position: the cost of the best way there, and the entry of its last word with where that
  /// begins.
  private final float[] best;

  private final long[] ways;

  private char[] letters = {};

  /// Of the letters, for the nodes of the trie.
  private final char[] codes;

  /// By position: the nodes behind the root on its letter, and on that and the next.
  private final long[] heads;

  private final long[] pairs;

  private int[] notes = {};

  /// The spotted words so far, with room for one at each position.
  private final long[] spots;

  private int spotted;

  /// @param longest length of the longest text
  Lattice(WordTrie trie, int longest) {
    this.trie = trie;
    nodes = trie.nodes();
    codes = new char[longest + 1];
    heads = new long[longest];
    pairs = new long[longest];
    best = new float[longest + 1];
    ways = new long[longest + 1];
    spots = new long[longest];
  }

  /// The words of a text that are likeliest together.
  Passage cut(PlainText text) {
    letters = text.letters();
    nodes.encode(letters, codes);
    nodes.begin(codes, letters.length, heads, pairs);
    notes = new int[letters.length + 1];
    spotted = 0;
    Arrays.fill(best, 0, letters.length + 1, Float.MAX_VALUE);
    best[0] = 0;
    for (int i = 0; i < letters.length; i++) {
      walk(i, best[i] != Float.MAX_VALUE && begins(i));
    }
    Passage passage = new Passage(text, notes, trie.spotted(), Spots.of(spots, spotted));
    for (int end = letters.length; end > 0; ) {
      int start = (int) ways[end];
      passage.add(start, end, trie.kind((int) (ways[end] >>> Integer.SIZE)));
      end = start;
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
    long node = heads[start];
    if (cut) {
      relax(start, start + 1, DoubleArray.value(node));
    }
    long spot = meet(start, start + 1, DoubleArray.value(node), cut, Spots.NONE);
    int end = start + 2;
    for (node = pairs[start]; node != DoubleArray.NONE; node = nodes.next(node, codes[end++])) {
      int entry = DoubleArray.value(node);
      if (cut && entry != WordTrie.UNKNOWN) {
        relax(start, end, entry);
      }
      spot = meet(start, end, entry, cut, spot);
    }
    if (spot != Spots.NONE) {
      spots[spotted++] = spot;
    }
  }

  /// Notes a word if it is in a list.
  ///
  /// @param spot the longest spotted word so far that begins there
  /// @return the same with this word
  private long meet(int start, int end, int entry, boolean cut, long spot) {
    if (!trie.isNoted(entry)) {
      return spot;
    }
    note(start, end, entry, cut);
    return trie.isSpotted(entry) ? Spots.spot(trie.place(entry), start, end) : spot;
  }

  private void note(int start, int end, int entry, boolean cut) {
    int note = trie.notes(entry);
    notes[start] |= note & ~Notes.ENDING;
    notes[end] |= note & Notes.ENDING;
    if (cut && trie.isListed(entry)) {
      relax(start, end, trie.asListed(entry));
    }
  }

  private void relax(int start, int end, int entry) {
    relax(start, end, WordKind.cost(trie.kind(entry)), entry);
  }

  private void relax(int start, int end, float cost, int entry) {
    float sum = best[start] + cost;
    if (sum < best[end]) {
      best[end] = sum;
      ways[end] = (long) entry << Integer.SIZE | start;
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
