package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.split.Weave.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The best ways to go on with the readings of a page, the best first. Of two that are as good, the
/// one that was found first stands first.
final class Beam {
  private static final int SIZE = 10;

  /// How far behind the best a reading is given up.
  private static final double HOPELESS = 8;

  /// A reading that goes on with a block, before it is made: most are dropped.
  ///
  /// @param strand that the block goes on with, or null for none
  /// @param weight log odds of the step
  /// @param score of the whole reading
  record Candidate(
      Weave.Reading reading, @Nullable Strand strand, Step step, double weight, double score) {}

  private final List<Candidate> best = new ArrayList<>(SIZE + 1);

  /// Whether a candidate with this score is among the best so far.
  boolean takes(double score) {
    return best.size() < SIZE || Double.compare(score, best.getLast().score()) > 0;
  }

  void add(Candidate candidate) {
    int at = best.size();
    while (at > 0 && Double.compare(candidate.score(), best.get(at - 1).score()) > 0) {
      at--;
    }
    best.add(at, candidate);
    if (best.size() > SIZE) {
      best.removeLast();
    }
  }

  /// The best, without those that no evidence brings back.
  List<Candidate> hopeful() {
    double least = best.getFirst().score() - HOPELESS;
    int size = 1;
    while (size < best.size() && best.get(size).score() >= least) {
      size++;
    }
    return best.subList(0, size);
  }
}
