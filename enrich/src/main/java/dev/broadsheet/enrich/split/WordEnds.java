package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Marks;
import java.util.List;
import java.util.stream.Collectors;

/// Words that a line may end in.
final class WordEnds {
  private final List<String> words;
  private final Marks last;

  private WordEnds(List<String> words) {
    this.words = words;
    this.last =
        Marks.of(
            words.stream().map(w -> w.substring(w.length() - 1)).collect(Collectors.joining()));
  }

  static WordEnds of(String... words) {
    return new WordEnds(List.of(words));
  }

  /// Whether the line ends in one of the words.
  boolean end(String line) {
    return end(line, line.length());
  }

  /// Whether the part of a line before `to` ends in one of the words.
  boolean end(String line, int to) {
    return start(line, to) >= 0;
  }

  /// Where the word begins that the part of a line before `to` ends in; -1 for none.
  int start(String line, int to) {
    if (to == 0 || !last.has(line.charAt(to - 1))) {
      return -1;
    }
    for (String word : words) {
      if (line.startsWith(word, to - word.length())) {
        return to - word.length();
      }
    }
    return -1;
  }
}
