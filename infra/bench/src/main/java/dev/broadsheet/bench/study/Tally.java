package dev.broadsheet.bench.study;

import java.util.List;
import java.util.Set;

/// Means over questions. For one thread.
final class Tally {
  /// Hits on a first page.
  static final int FIRST = 10;

  private double recall;
  private double precision;
  private double first;
  private int questions;
  private int answered;

  /// @param found best first
  void add(Set<String> wanted, List<String> found) {
    long right = found.stream().filter(wanted::contains).count();
    recall += right / (double) wanted.size();
    long shown = found.stream().limit(FIRST).filter(wanted::contains).count();
    first += shown / (double) Math.min(FIRST, wanted.size());
    questions++;
    if (!found.isEmpty()) {
      precision += right / (double) found.size();
      answered++;
    }
  }

  /// Recall, precision where anything was found, and what of a first page could be right and is.
  String cell() {
    if (questions == 0) {
      return "–";
    }
    String share = answered == 0 ? "–" : "%.2f".formatted(precision / answered);
    return "%.2f · %s · %.2f".formatted(recall / questions, share, first / questions);
  }
}
