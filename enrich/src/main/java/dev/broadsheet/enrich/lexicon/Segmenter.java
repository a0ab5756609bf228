package dev.broadsheet.enrich.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Cuts text into the words that are likeliest together, each counted by itself (a unigram
/// model).
///
/// Names need to know where words begin and end, not how a sentence is built, which is why
/// there is no model of word pairs. Immutable, safe to share.
public final class Segmenter {
  /// Longest passage; longer text is cut behind a full stop where one is near.
  private static final int LONGEST = 4096;

  private final WordTrie trie;

  /// Makes a segmenter.
  ///
  /// @param listed words beyond the dictionary's, and what they are
  public Segmenter(WordDictionary dictionary, Map<String, WordClass> listed) {
    this(dictionary, listed, new Notes(), SpottedWords.NONE);
  }

  /// Makes a segmenter.
  ///
  /// @param listed words beyond the dictionary's, and what they are
  /// @param notes lists whose words are noted in the passages
  /// @param spotted words to tell the places of
  public Segmenter(
      WordDictionary dictionary, Map<String, WordClass> listed, Notes notes, SpottedWords spotted) {
    trie = WordTrie.of(dictionary, listed, notes.byWord(), spotted);
  }

  /// Cuts a text into passages of at most 4096 characters and these into words.
  public List<Passage> read(CharSequence text) {
    return read(text, lattice(text.length()));
  }

  /// What texts of an article are cut with, one after another.
  ///
  /// @param longest length of the longest of them
  Lattice lattice(int longest) {
    return new Lattice(trie, Math.min(longest, LONGEST));
  }

  List<Passage> read(CharSequence text, Lattice lattice) {
    List<Passage> passages = new ArrayList<>(1);
    int from = 0;
    while (from < text.length()) {
      int to = cut(text, from);
      PlainText plain = PlainText.of(text, from, to);
      if (plain.length() > 0) {
        passages.add(lattice.cut(plain));
      }
      from = to;
    }
    return passages;
  }

  private static int cut(CharSequence text, int from) {
    int to = Math.min(text.length(), from + LONGEST);
    if (to == text.length()) {
      return to;
    }
    for (int i = to; i > from + LONGEST / 2; i--) {
      char letter = text.charAt(i - 1);
      if (letter == '。' || letter == '\n' || letter == '；' || letter == '，') {
        return i;
      }
    }
    return Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
  }
}
