package dev.broadsheet.enrich.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Hits against what was said and what is right, over multisets.
public final class Tally {
  private int hits;
  private int said;
  private int right;

  void add(Collection<String> ours, Collection<String> gold) {
    List<String> open = new ArrayList<>(gold);
    hits += (int) ours.stream().filter(open::remove).count();
    said += ours.size();
    right += gold.size();
  }

  void add(boolean ok) {
    hits += ok ? 1 : 0;
    said++;
    right++;
  }

  void add(int hits, int said, int right) {
    this.hits += hits;
    this.said += said;
    this.right += right;
  }

  public double f1() {
    return said + right == 0 ? 1 : 2.0 * hits / (said + right);
  }

  double recall() {
    return right == 0 ? 1 : (double) hits / right;
  }

  @Override
  public String toString() {
    return "%.3f (%d of %d, %d said)".formatted(f1(), hits, right, said);
  }
}
