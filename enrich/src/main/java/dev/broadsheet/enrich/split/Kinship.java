package dev.broadsheet.enrich.split;

import java.util.List;

/// How many of their subject words the paragraphs of a page share with the paragraphs not far above
/// them.
///
/// Every pair of Han characters remembers the paragraphs not far above that had it, so that reading
/// the page once is enough, whatever its length.
final class Kinship {
  /// How many paragraphs up words are looked for.
  static final int WINDOW = 40;

  private static final int POSTINGS = 10;
  private static final double COMMON = 0.4;
  private static final long IN_WINDOW = (1L << WINDOW) - 1;

  private final Vocabulary vocabulary;

  /// The number of the last paragraph with each pair, counted from 1; 0 for none.
  private final int[] latest;

  /// The paragraphs with each pair, a bit each, the last of them the lowest.
  private final long[] recent;

  private final float[][] shared;
  private final double[] weights;

  Kinship(List<Block> blocks, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.shared = new float[blocks.size()][];
    this.weights = new double[blocks.size()];
    this.latest = new int[vocabulary.size()];
    this.recent = new long[latest.length];
    for (Block block : blocks) {
      read(block.index(), vocabulary.words(block.paragraph()));
    }
  }

  private void read(int at, int[] text) {
    float[] row = new float[WINDOW];
    for (int pair : text) {
      if (latest[pair] == at + 1) {
        continue;
      }
      double weight = vocabulary.weight(pair);
      if (weight < COMMON) {
        continue;
      }
      weights[at] += weight;
      long above = above(pair, at);
      long left = above & IN_WINDOW;
      for (int n = 0; n < POSTINGS && left != 0; n++) {
        row[Long.numberOfTrailingZeros(left)] += (float) weight;
        left &= left - 1;
      }
      latest[pair] = at + 1;
      recent[pair] = above << 1 | 1;
    }
    shared[at] = row;
  }

  /// The paragraphs with a pair, a bit each, the lowest for the one directly above.
  private long above(int pair, int at) {
    int distance = at - latest[pair];
    return latest[pair] == 0 || distance >= WINDOW ? 0 : recent[pair] << distance;
  }

  /// Weight of the words that two paragraphs share; 0 when they stand too far from each other.
  double shared(int above, int below) {
    int distance = below - above - 1;
    return distance < 0 || distance >= WINDOW ? 0 : shared[below][distance];
  }

  /// Weight of all words of a paragraph.
  double weight(int paragraph) {
    return weights[paragraph];
  }
}
