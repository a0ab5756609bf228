package dev.broadsheet.enrich.split;

import java.util.Arrays;

/// How strongly a display row points to each of some texts: few of many, so only those are kept.
final class Pulls {
  static final Pulls NONE = new Pulls();

  private int[] texts = new int[8];
  private double[] weights = new double[8];
  private int size;

  /// Adds to the pull of a text, up to a limit.
  void add(int text, double weight, double limit) {
    int at = indexOf(text);
    if (at >= 0) {
      weights[at] = Math.min(limit, weights[at] + weight);
      return;
    }
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    texts[size] = text;
    weights[size] = weight;
    size++;
  }

  /// The pull of a text, 0 without.
  double of(int text) {
    int at = indexOf(text);
    return at < 0 ? 0 : weights[at];
  }

  int size() {
    return size;
  }

  /// The text that was found at the place `i`.
  int text(int i) {
    return texts[i];
  }

  /// The pull of that text.
  double weight(int i) {
    return weights[i];
  }

  private int indexOf(int text) {
    for (int i = 0; i < size; i++) {
      if (texts[i] == text) {
        return i;
      }
    }
    return -1;
  }
}
