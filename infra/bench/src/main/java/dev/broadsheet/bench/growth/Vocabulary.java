package dev.broadsheet.bench.growth;

import java.util.BitSet;

/// Counts the different pairs of neighbouring Han characters that were read: the terms of the
/// index. One thread.
final class Vocabulary {
  private static final int FIRST = 0x4E00;
  private static final int COUNT = 0x9FFF - FIRST + 1;

  private final BitSet seen = new BitSet();

  void read(String text) {
    for (int i = 1; i < text.length(); i++) {
      int left = text.charAt(i - 1) - FIRST;
      int right = text.charAt(i) - FIRST;
      if (left >= 0 && left < COUNT && right >= 0 && right < COUNT) {
        seen.set(left * COUNT + right);
      }
    }
  }

  int pairs() {
    return seen.cardinality();
  }
}
