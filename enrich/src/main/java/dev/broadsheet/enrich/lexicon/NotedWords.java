package dev.broadsheet.enrich.lexicon;

import java.util.Collection;

/// A list of words that a [Segmenter] notes while it cuts a text, as a passage of it then knows
/// where one of them begins or ends: nearly every question for a word is answered without a walk.
///
/// Only passages of the segmenter that was given the same [Notes] may be asked about. Immutable,
/// safe to share.
public final class NotedWords {
  private final int note;
  private final Lexicon words;

  /// The length of all words, if they have one: the note is then all there is to know; else 0.
  private final int length;

  NotedWords(int note, Lexicon words, Collection<String> list) {
    this.note = note;
    this.words = words;
    this.length = lengthOfAll(list);
  }

  private static int lengthOfAll(Collection<String> list) {
    int[] lengths = list.stream().mapToInt(String::length).distinct().toArray();
    return lengths.length == 1 ? lengths[0] : 0;
  }

  int note() {
    return note;
  }

  /// Whether a word of the list begins at `index`, or ends there for a list of [Notes#ending].
  public boolean isNoted(Passage passage, int index) {
    return passage.hasNote(note, index);
  }

  /// Length of the longest word that begins at `from`; 0 when there is none.
  public int longestFrom(Passage passage, int from) {
    return longestFrom(passage, from, passage.length());
  }

  /// Length of the longest word that begins at `from` and ends by `to`; 0 when there is none.
  public int longestFrom(Passage passage, int from, int to) {
    if (!passage.hasNote(note, from)) {
      return 0;
    }
    if (length > 0) {
      return from + length <= to ? length : 0;
    }
    return words.longestFrom(passage.letters(), from, to);
  }

  /// Length of the longest word, of a list of [Notes#ending], that ends before `end`.
  public int longestBefore(Passage passage, int end) {
    return passage.hasNote(note, end) ? words.longestBefore(passage.letters(), end) : 0;
  }

  /// Whether the stretch is a word.
  public boolean has(Passage passage, int from, int to) {
    return passage.hasNote(note, from)
        && (length > 0 ? to - from == length : words.has(passage.letters(), from, to));
  }

  /// Its words with their numbers, for a walk of one's own where one is noted.
  public Lexicon words() {
    return words;
  }
}
