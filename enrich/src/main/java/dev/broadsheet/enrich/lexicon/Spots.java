package dev.broadsheet.enrich.lexicon;

import java.util.Arrays;

/// The words of a list that stand in a passage, the longest at each place, in order of their
/// places; see [SpottedWords].
/// Immutable.
public final class Spots {
  /// No spot.
  static final long NONE = -1;

  private static final Spots EMPTY = new Spots(new long[0]);
  private static final int POSITION_BITS = WordKind.POSITION_BITS;

  /// Place of the word in its list, start and end of each.
  private final long[] spots;

  private Spots(long[] spots) {
    this.spots = spots;
  }

  /// @param size how many of the array there are
  static Spots of(long[] spots, int size) {
    return size == 0 ? EMPTY : new Spots(Arrays.copyOf(spots, size));
  }

  static long spot(int place, int start, int end) {
    return ((long) place << POSITION_BITS | start) << POSITION_BITS | end;
  }

  /// How many there are.
  public int size() {
    return spots.length;
  }

  /// The word's place in its list, from 0.
  public int place(int spot) {
    return (int) (spots[spot] >>> 2 * POSITION_BITS);
  }

  /// Where it begins.
  public int start(int spot) {
    return (int) (spots[spot] >>> POSITION_BITS) & WordKind.MOST_POSITIONS;
  }

  /// Where it ends.
  public int end(int spot) {
    return (int) spots[spot] & WordKind.MOST_POSITIONS;
  }
}
