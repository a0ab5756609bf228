package dev.broadsheet.enrich.subject;

import dev.broadsheet.enrich.lexicon.PlainText;
import dev.broadsheet.enrich.lexicon.PrintedWords;
import java.util.Arrays;
import java.util.function.ObjDoubleConsumer;

/// Adds up the weights of the words of a text by how they are printed, and makes strings of those
/// alone that are heavy enough. For one article and one thread.
final class WordWeights {
  private static final int EXPECTED = 1 << 7;

  private final PrintedWords words = new PrintedWords(EXPECTED);

  /// By number of the word.
  private double[] weights = new double[EXPECTED];

  /// Adds an occurrence of the word `text[start, end)`.
  void add(PlainText text, int start, int end, double weight) {
    int word = words.number(text, start, end);
    if (word == weights.length) {
      weights = Arrays.copyOf(weights, word * 2);
    }
    weights[word] += weight;
  }

  /// Gives every word that weighs at least so much, with its weight.
  void forEachFrom(double least, ObjDoubleConsumer<String> sink) {
    for (int word = 0; word < words.size(); word++) {
      if (weights[word] >= least) {
        sink.accept(words.word(word), weights[word]);
      }
    }
  }
}
