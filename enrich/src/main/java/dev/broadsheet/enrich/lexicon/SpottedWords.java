package dev.broadsheet.enrich.lexicon;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A list of words of which a [Segmenter] that is given it keeps, for each place of a text, the
/// longest that begins there: they are met on the walk that cuts the text, so that finding them
/// costs next to nothing. ASCII letters match in either case. Immutable, safe to share.
public final class SpottedWords {
  /// No words.
  public static final SpottedWords NONE = of(List.of());

  /// By word in lower case: its place in the list, from 1.
  private final Map<String, Integer> places = new HashMap<>();

  private SpottedWords(Collection<String> words) {
    int place = 0;
    for (String word : words) {
      places.putIfAbsent(word.toLowerCase(Locale.ROOT), ++place);
    }
  }

  /// A list in which a word has its place as its number; of equal ones the first counts.
  public static SpottedWords of(Collection<String> words) {
    return new SpottedWords(words);
  }

  Map<String, Integer> places() {
    return places;
  }
}
