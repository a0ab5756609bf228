package dev.broadsheet.enrich.split;

import java.util.List;

/// How rare each pair of Han characters is among the paragraphs of a page: rare pairs are names and
/// subjects, and tell what belongs together.
final class Vocabulary {
  private static final int REACH = 1600;

  private final Pairs pairs;

  /// In how many paragraphs each pair is. Pairs that come later, where halves of sentences are
  /// joined, are in none.
  private final int[] frequency;

  /// The last count in which each pair was met.
  private final int[] stamps;

  /// Weight of a pair by the number of paragraphs that have it.
  private final double[] weights;

  private int stamp;

  Vocabulary(List<Stretch> stretches) {
    pairs = new Pairs(stretches.stream().mapToInt(Stretch::length).sum());
    stretches.forEach(stretch -> stretch.paragraphs().forEach(this::words));
    frequency = new int[pairs.size()];
    stamps = new int[pairs.size()];
    int paragraphs = 0;
    for (Stretch stretch : stretches) {
      for (Paragraph paragraph : stretch.paragraphs()) {
        paragraphs++;
        for (int pair : words(paragraph)) {
          frequency[pair]++;
        }
      }
    }
    weights = weights(Math.max(1, paragraphs));
  }

  /// The numbers of the pairs of a paragraph, each once, in the order of the text.
  int[] words(Paragraph paragraph) {
    return paragraph.words(pairs);
  }

  private static double[] weights(int paragraphs) {
    double[] weights = new double[paragraphs + 1];
    for (int f = 1; f < weights.length; f++) {
      weights[f] = Math.log((paragraphs + 1.0) / f);
    }
    return weights;
  }

  /// The numbers of the pairs of a paragraph, by the last character of each.
  int[] pairs(Paragraph paragraph) {
    return paragraph.pairs(pairs);
  }

  /// The same of other text of the page.
  int[] pairs(String text) {
    return pairs.in(text);
  }

  /// How many pairs have a number.
  int size() {
    return pairs.size();
  }

  /// Weight of a pair: 0 for one that is in every paragraph.
  double weight(int pair) {
    return pair < frequency.length ? weights[frequency[pair]] : 0;
  }

  /// Share of the subject words of `b` that `a` has too, 0 to 1. Words of `b` alone weigh most, so
  /// two parts of one article reach about 0.3 and two articles about 0.1.
  double cohesion(List<Paragraph> a, List<Paragraph> b) {
    stamp += 2;
    mark(a);
    double shared = 0;
    double all = 0;
    int reach = REACH;
    for (int k = 0; k < b.size() && reach > 0; k++) {
      int[] text = pairs(b.get(k));
      for (int i = 1; i < text.length && reach > 0; i++, reach--) {
        int pair = text[i];
        if (isKnown(pair) && stamps[pair] != stamp + 1) {
          shared += stamps[pair] == stamp ? weight(pair) : 0;
          all += weight(pair);
          stamps[pair] = stamp + 1;
        }
      }
    }
    return all == 0 ? 0 : shared / all;
  }

  private boolean isKnown(int pair) {
    return pair != Pairs.NONE && pair < stamps.length;
  }

  /// Weight of the pairs of a short text that another text has too, counted once each.
  double shared(String text, String other) {
    int[] numbers = pairs.in(text);
    double shared = 0;
    for (int i = 1; i < numbers.length; i++) {
      if (isKnown(numbers[i]) && other.contains(text.substring(i - 1, i + 1))) {
        shared += weight(numbers[i]);
      }
    }
    return shared;
  }

  /// Stamps the pairs of the last paragraphs.
  private void mark(List<Paragraph> paragraphs) {
    int reach = REACH;
    for (int k = paragraphs.size() - 1; k >= 0 && reach > 0; k--) {
      int[] text = pairs(paragraphs.get(k));
      for (int i = 1; i < text.length && reach > 0; i++, reach--) {
        if (isKnown(text[i])) {
          stamps[text[i]] = stamp;
        }
      }
    }
  }
}
