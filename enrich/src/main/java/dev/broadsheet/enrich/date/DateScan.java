package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.date.Expression.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Walks over a text once: its expressions, sentences and paragraphs in reading order.
final class DateScan {
  /// A quotation this long is one whose end has been lost.
  private static final int LONGEST_QUOTE = 300;

  private final Squeezed text;
  private final DateGrammar grammar;
  private int quotes;
  private int titles;
  private int quotedSince;

  DateScan(Squeezed text) {
    this.text = text;
    this.grammar = new DateGrammar(text);
  }

  /// Expressions only.
  static List<Match> matches(Squeezed text) {
    List<Match> matches = new ArrayList<>();
    new DateScan(text).forEach(matches::add, () -> {}, () -> {});
    return matches;
  }

  /// Calls one of three for each expression, end of a sentence and end of a paragraph.
  void forEach(Consumer<Match> onMatch, Runnable onSentence, Runnable onParagraph) {
    int i = 0;
    while (i < text.length()) {
      char c = text.at(i);
      if (i > 0 && text.isLineStart(i)) {
        onParagraph.run();
        quotes = 0;
        titles = 0;
      }
      i = Lexicon.starts(c) ? expression(i, onMatch) : mark(c, i, onSentence);
    }
  }

  private int expression(int i, Consumer<Match> onMatch) {
    boolean quoted = (quotes > 0 && i - quotedSince < LONGEST_QUOTE) || titles > 0;
    Match match = grammar.at(i, quoted);
    if (match != null) {
      onMatch.accept(match);
      for (int k = i; k < match.end(); k++) {
        mark(text.at(k), k, () -> {});
      }
      return match.end();
    }
    Numeral number = Numeral.read(text, i);
    return number == null ? i + 1 : number.end();
  }

  private int mark(char c, int i, Runnable onSentence) {
    switch (c) {
      case '。', '！', '？', '!', '?' -> onSentence.run();
      case '“', '「', '『' -> open(i, 1);
      case '”', '」', '』' -> open(i, -1);
      case '"' -> open(i, quotes > 0 ? -1 : 1);
      case '《' -> titles++;
      case '》' -> titles = Math.max(0, titles - 1);
      default -> {}
    }
    return i + 1;
  }

  private void open(int i, int step) {
    quotes = Math.max(0, quotes + step);
    quotedSince = i;
  }
}
