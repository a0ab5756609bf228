package dev.broadsheet.enrich.split;

import java.util.List;

/// How many of their subject words the paragraphs of a page share with the paragraphs not far above
/// them.
///
/// Every pair of Han characters leads to the last paragraph that had it, and that occurrence to the
/// one before, so that reading the page once is enough, whatever its length.
final class Kinship {
  /// How many paragraphs up words are looked for.
  static final int WINDOW = 40;

  private static final int POSTINGS = 10;
  private static final double COMMON = 0.4;

  private static final int NONE = 0;

  private final Vocabulary vocabulary;

  /// The last occurrence of each pair; for each occurrence its paragraph and the one before it.
  private final int[] latest;

  private final int[] paragraphs;
  private final int[] earlier;
  private int occurrences;
  private final float[][] shared;
  private final double[] weights;

  Kinship(List<Block> blocks, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.shared = new float[blocks.size()][];
    this.weights = new double[blocks.size()];
    this.latest = new int[vocabulary.size()];
    int length = blocks.stream().mapToInt(block -> block.paragraph().length()).sum();
    this.paragraphs = new int[length + 1];
    this.earlier = new int[length + 1];
    for (Block block : blocks) {
      read(block.index(), vocabulary.pairs(block.paragraph()));
    }
  }

  private void read(int at, int[] text) {
    float[] row = new float[WINDOW];
    for (int pair : text) {
      if (pair == Pairs.NONE) {
        continue;
      }
      int last = latest[pair];
      if (last != NONE && paragraphs[last] == at) {
        continue;
      }
      double weight = vocabulary.weight(pair);
      if (weight < COMMON) {
        continue;
      }
      weights[at] += weight;
      for (int o = last, n = 0; o != NONE && n < POSTINGS && paragraphs[o] >= at - WINDOW; n++) {
        row[at - paragraphs[o] - 1] += (float) weight;
        o = earlier[o];
      }
      occurrences++;
      paragraphs[occurrences] = at;
      earlier[occurrences] = last;
      latest[pair] = occurrences;
    }
    shared[at] = row;
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
