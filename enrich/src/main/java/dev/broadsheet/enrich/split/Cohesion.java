package dev.broadsheet.enrich.split;

import java.util.List;

/// How much the next paragraphs are about the same as an article so far.
final class Cohesion {
  private static final int BACK = 10;
  private static final int AHEAD = 6;
  private static final double CAP = 0.35;

  private final List<Block> blocks;
  private final Kinship kinship;

  Cohesion(List<Block> blocks, Vocabulary vocabulary) {
    this.blocks = blocks;
    this.kinship = new Kinship(blocks, vocabulary);
  }

  /// Share of the words of the next paragraphs that the strand has, 0 to 0.35.
  double ahead(Strand strand, int next) {
    double covered = 0;
    double all = 0;
    int end = end(next);
    for (int b = next; b < end; b++) {
      double weight = kinship.weight(b);
      double missed = 1;
      Strand at = strand;
      for (int i = 0; i < BACK && at != null && weight > 0; i++, at = at.before()) {
        missed *= 1 - Math.min(1, kinship.shared(at.last().index(), b) / weight);
      }
      covered += weight * (1 - missed);
      all += weight;
    }
    return all == 0 ? 0 : Math.min(CAP, covered / all);
  }

  /// Share of the words of the strand that the next paragraphs have, 0 to 0.35.
  double back(Strand strand, int next) {
    double covered = 0;
    double all = 0;
    int end = end(next);
    Strand at = strand;
    for (int i = 0; i < BACK && at != null; i++, at = at.before()) {
      double weight = kinship.weight(at.last().index());
      double missed = 1;
      for (int b = next; b < end && weight > 0; b++) {
        missed *= 1 - Math.min(1, kinship.shared(at.last().index(), b) / weight);
      }
      covered += weight * (1 - missed);
      all += weight;
    }
    return all == 0 ? 0 : Math.min(CAP, covered / all);
  }

  /// Behind the paragraphs that nothing parts from the next one.
  private int end(int next) {
    int end = next + 1;
    while (end < blocks.size()
        && end < next + AHEAD
        && !blocks.get(end).first()
        && blocks.get(end - 1).paragraph().ending().isEnd()) {
      end++;
    }
    return end;
  }
}
