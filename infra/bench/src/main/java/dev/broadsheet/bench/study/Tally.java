package dev.broadsheet.bench.study;

import java.util.HashSet;
import java.util.Set;

/// Means over questions. For one thread.
final class Tally {
  private double recall;
  private double precision;
  private int questions;

  void add(Set<String> wanted, Set<String> found) {
    Set<String> right = new HashSet<>(found);
    right.retainAll(wanted);
    recall += right.size() / (double) wanted.size();
    precision += found.isEmpty() ? 1 : right.size() / (double) found.size();
    questions++;
  }

  /// Recall and precision.
  String cell() {
    return questions == 0
        ? "–"
        : "%.2f · %.2f".formatted(recall / questions, precision / questions);
  }
}
