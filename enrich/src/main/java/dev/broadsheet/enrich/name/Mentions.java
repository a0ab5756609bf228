package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.Passage;
import java.util.Arrays;
import java.util.BitSet;

/// Names found in one passage, each a stretch `[start, end)`; of overlapping ones the longer
/// stays.
///
/// For one passage and one thread.
final class Mentions {
  private final int[] endByStart;
  private final int[] startByEnd;
  private final BitSet covered;

  Mentions(Passage passage) {
    endByStart = new int[passage.length() + 1];
    startByEnd = new int[passage.length() + 1];
    covered = new BitSet(passage.length());
    Arrays.fill(startByEnd, -1);
  }

  /// Adds a stretch unless it lies within one that is here; drops those within it.
  void add(int start, int end) {
    if (isWithin(start, end)) {
      return;
    }
    for (int i = start; i < end; i++) {
      if (endByStart[i] != 0) {
        startByEnd[endByStart[i]] = -1;
        endByStart[i] = 0;
      }
    }
    endByStart[start] = end;
    startByEnd[end] = start;
    covered.set(start, end);
  }

  private boolean isWithin(int start, int end) {
    return covered.get(start) && holder(start) >= end;
  }

  private int holder(int index) {
    for (int i = index; i >= 0 && covered.get(i); i--) {
      if (endByStart[i] != 0) {
        return endByStart[i];
      }
    }
    return 0;
  }

  /// End of the name that begins at `start`; 0 when none does.
  int endOf(int start) {
    return endByStart[start];
  }

  /// Start of the name that ends at `end`; -1 when none does.
  int startOf(int end) {
    return startByEnd[end];
  }

  boolean covers(int index) {
    return covered.get(index);
  }
}
