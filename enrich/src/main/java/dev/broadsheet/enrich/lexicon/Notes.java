package dev.broadsheet.enrich.lexicon;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The lists whose words a [Segmenter] notes, each as a bit. For one thread, while lists are read.
public final class Notes {
  /// Bits of lists that are noted where their words end; the others, where they begin.
  static final int ENDING = 0x7F00_0000;

  private final Map<String, Integer> notes = new LinkedHashMap<>();
  private int nextBeginning = 1;
  private int nextEnding = ENDING & -ENDING;

  /// A list that is asked for words that begin at a place.
  public NotedWords beginning(Collection<String> words) {
    int note = nextBeginning;
    if ((note & ENDING) != 0) {
      throw new IllegalStateException("no bit is left to note a list by");
    }
    nextBeginning <<= 1;
    note(words, note);
    return new NotedWords(note, Lexicon.of(words), words);
  }

  /// A list that is asked for words that end at a place.
  public NotedWords ending(Collection<String> words) {
    int note = nextEnding;
    if ((note & ENDING) == 0) {
      throw new IllegalStateException("no bit is left to note a list by");
    }
    nextEnding <<= 1;
    note(words, note);
    return new NotedWords(note, Lexicon.ofReversed(words), words);
  }

  private void note(Collection<String> words, int note) {
    words.forEach(word -> notes.merge(word.toLowerCase(Locale.ROOT), note, (a, b) -> a | b));
  }

  /// By word in lower case: the bits of its lists.
  Map<String, Integer> byWord() {
    return notes;
  }
}
