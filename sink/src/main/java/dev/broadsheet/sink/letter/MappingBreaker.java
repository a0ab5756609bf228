package dev.broadsheet.sink.letter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/// Tells a bad article from a bad mapping.
///
/// Articles that Elasticsearch refuses are kept here until the window of outcomes has moved past
/// them, or the sink has nothing else to do; only then they go to the dead-letter topic. When too
/// many of a window were refused, the breaker has tripped and lets nothing out any more: their
/// offsets are not passed, no dead letter is written, and after the repair they are read again.
///
/// @param <T> what is kept
public final class MappingBreaker<T> {
  private final int window;
  private final int allowed;
  private final BitSet refused;
  private final Deque<Kept<T>> kept = new ArrayDeque<>();
  private long outcomes;

  private record Kept<T>(long outcome, T refusal) {}

  /// @param window how many outcomes are looked at
  /// @param percent how many of a hundred may be refusals; 100 never trips
  public MappingBreaker(int window, int percent) {
    if (window < 1 || percent < 0 || percent > 100) {
      throw new IllegalArgumentException(
          "window of %d outcomes, %d percent".formatted(window, percent));
    }
    this.window = window;
    this.allowed = (int) ((long) window * percent / 100);
    this.refused = new BitSet(window);
  }

  /// Counts an outcome that says nothing against the mapping.
  public void passed() {
    refused.clear(slot());
    outcomes++;
  }

  /// Counts a refusal and keeps it.
  public void refused(T refusal) {
    refused.set(slot());
    kept.add(new Kept<>(outcomes, refusal));
    outcomes++;
  }

  /// Whether too many of the window were refused.
  public boolean tripped() {
    return refusals() > allowed;
  }

  /// How many of the window were refused.
  public int refusals() {
    return refused.cardinality();
  }

  /// Takes out what may go to the dead-letter topic.
  ///
  /// @param idle whether no more outcomes are under way, so that none is worth waiting for
  public List<T> release(boolean idle) {
    List<T> released = new ArrayList<>();
    while (!tripped()
        && !kept.isEmpty()
        && (idle || outcomes - kept.element().outcome() > window)) {
      released.add(kept.remove().refusal());
    }
    return released;
  }

  /// How many are kept.
  public int kept() {
    return kept.size();
  }

  private int slot() {
    return (int) (outcomes % window);
  }
}
