package dev.broadsheet.enrich.name;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Names found in one passage, each a stretch `[start, end)`. One that lies within another
/// gives way to it. For one passage after another, and one thread.
final class Mentions {
  private static final int[] NONE = {};

  /// Both by offset, 0 where there is none; a start is kept as one more than it is. Without cells
  /// until the first name is found, which many articles lack.
  private int[] endByStart = NONE;

  private int[] startByEnd = NONE;
  private final int longest;
  private final BitSet covered = new BitSet();
  private final List<Span> spans = new ArrayList<>();

  /// @param longest length of the longest passage
  Mentions(int longest) {
    this.longest = longest;
  }

  /// Forgets the names of a passage before the next.
  void clear() {
    spans.forEach(this::drop);
    spans.clear();
    covered.clear();
  }

  /// A stretch of the passage.
  ///
  /// @param whole whether it was found by its ending, which is surer than a lone word
  record Span(int start, int end, boolean whole) {}

  /// Adds a stretch, in the place of those within it; not one that lies within another.
  void add(int start, int end, boolean whole) {
    if (covered.get(start) && holderEnd(start) >= end) {
      return;
    }
    while (!spans.isEmpty() && spans.getLast().start() >= start && spans.getLast().end() <= end) {
      drop(spans.removeLast());
    }
    put(new Span(start, end, whole));
  }

  /// Adds a stretch beside those that it holds: a town stays a place in the name of its
  /// factory.
  void addAround(int start, int end) {
    put(new Span(start, end, true));
  }

  private void put(Span span) {
    if (endByStart.length == 0) {
      endByStart = new int[longest + 1];
      startByEnd = new int[longest + 1];
    }
    spans.add(span);
    endByStart[span.start()] = span.end();
    startByEnd[span.end()] = span.start() + 1;
    covered.set(span.start(), span.end());
  }

  private void drop(Span span) {
    endByStart[span.start()] = 0;
    startByEnd[span.end()] = 0;
  }

  private int holderEnd(int index) {
    for (int i = index; i >= 0 && covered.get(i); i--) {
      if (endByStart[i] != 0) {
        return endByStart[i];
      }
    }
    return 0;
  }

  /// In the order in which they were found.
  List<Span> spans() {
    return spans;
  }

  /// End of the name that begins at `start`; 0 when none does.
  int endOf(int start) {
    return endByStart.length == 0 ? 0 : endByStart[start];
  }

  /// Start of the name that ends at `end`; -1 when none does.
  int startOf(int end) {
    return startByEnd.length == 0 ? -1 : startByEnd[end] - 1;
  }

  /// Whether a character of the stretch belongs to a name.
  boolean touches(int start, int end) {
    int next = covered.nextSetBit(start);
    return next >= 0 && next < end;
  }
}
