package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Marks;
import java.util.List;
import java.util.stream.Collectors;

/// Words that stand some characters behind the start of a text.
final class WordsWithin {
  private final int from;
  private final int to;
  private final List<String> words;
  private final Marks first;
  private final Marks behind;

  private WordsWithin(int from, int to, String behind, List<String> words) {
    this.from = from;
    this.to = to;
    this.words = words;
    this.first = Marks.of(words.stream().map(w -> w.substring(0, 1)).collect(Collectors.joining()));
    this.behind = Marks.of(behind);
  }

  /// @param from how many characters stand before the word at least
  /// @param to how many at most
  /// @param behind marks of which one follows the word; empty when anything may
  static WordsWithin of(int from, int to, String behind, String... words) {
    return new WordsWithin(from, to, behind, List.of(words));
  }

  /// Whether one of the words is there.
  boolean areIn(String text) {
    int before = 0;
    for (int i = 0; i < text.length() && before <= to; i++) {
      char c = text.charAt(i);
      if (before >= from && first.has(c) && isWord(text, i)) {
        return true;
      }
      before += Character.isLowSurrogate(c) ? 0 : 1;
    }
    return false;
  }

  /// Whether one of the words is at a place of a text.
  boolean areAt(String text, int at) {
    return at < text.length() && first.has(text.charAt(at)) && isWord(text, at);
  }

  private boolean isWord(String text, int at) {
    for (String word : words) {
      int end = at + word.length();
      if (text.startsWith(word, at)
          && (behind.isEmpty() || (end < text.length() && behind.has(text.charAt(end))))) {
        return true;
      }
    }
    return false;
  }
}
