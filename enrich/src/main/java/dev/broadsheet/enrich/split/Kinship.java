package dev.broadsheet.enrich.split;

import java.util.Arrays;
import java.util.List;

/// How many of their subject words the paragraphs of a page share with the paragraphs not far above
/// them.
///
/// Every pair of Han characters keeps the last paragraphs that had it, so that reading the page once
/// is enough, whatever its length.
final class Kinship {
  /// How many paragraphs up words are looked for.
  static final int WINDOW = 40;

  private static final int POSTINGS = 10;
  private static final double COMMON = 0.4;

  private final Vocabulary vocabulary;
  private final float[][] shared;
  private final double[] weights;

  Kinship(List<Block> blocks, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.shared = new float[blocks.size()][];
    this.weights = new double[blocks.size()];
    int[] postings = new int[vocabulary.slots() * POSTINGS];
    Arrays.fill(postings, -1);
    for (Block block : blocks) {
      read(block.index(), block.text(), postings);
    }
  }

  private void read(int at, String text, int[] postings) {
    float[] row = new float[WINDOW];
    for (int i = 1; i < text.length(); i++) {
      if (!Vocabulary.isPair(text, i)) {
        continue;
      }
      int slot = vocabulary.slotOf(text, i);
      int ring = slot * POSTINGS;
      if (postings[ring] == at) {
        continue;
      }
      double weight = vocabulary.weight(slot);
      if (weight < COMMON) {
        continue;
      }
      weights[at] += weight;
      for (int p = 0; p < POSTINGS && postings[ring + p] >= Math.max(0, at - WINDOW); p++) {
        row[at - postings[ring + p] - 1] += (float) weight;
      }
      System.arraycopy(postings, ring, postings, ring + 1, POSTINGS - 1);
      postings[ring] = at;
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
