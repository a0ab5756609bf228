package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.split.Weave.Step;
import org.jspecify.annotations.Nullable;

/// The ways to go on with one reading. Arrays that are used again for the next reading, since a
/// page has thousands of ways and keeps few.
final class Options {
  private final @Nullable Strand[] strands;
  private final Step[] steps;
  private final double[] scores;
  private int size;

  Options(int most) {
    strands = new @Nullable Strand[most];
    steps = new Step[most];
    scores = new double[most];
  }

  void clear() {
    size = 0;
  }

  /// @param strand that the block goes on with, or null for none
  void add(@Nullable Strand strand, Step step, double score) {
    strands[size] = strand;
    steps[size] = step;
    scores[size] = score;
    size++;
  }

  int size() {
    return size;
  }

  @Nullable Strand strand(int i) {
    return strands[i];
  }

  Step step(int i) {
    return steps[i];
  }

  double score(int i) {
    return scores[i];
  }
}
