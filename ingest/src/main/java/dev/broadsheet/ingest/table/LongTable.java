package dev.broadsheet.ingest.table;

import java.util.Arrays;
import java.util.function.BiConsumer;

/// A few long values per hashed key, in plain arrays: no object per entry, nothing for the garbage
/// collector to walk. Entries can be replaced, not removed.
///
/// Open addressing with linear probing, at most three quarters full. The table is cut into
/// segments that grow one by one and by half, so that growth never needs a second copy of
/// everything. One thread at a time.
public final class LongTable {
  private static final int SEGMENT_BITS = 6;

  private final int width;
  private final Segment[] segments;

  /// @param width values per key
  public LongTable(int width) {
    this.width = width;
    this.segments = new Segment[1 << SEGMENT_BITS];
    Arrays.setAll(segments, i -> new Segment(width));
  }

  /// Copies the values of `key` into `into`.
  ///
  /// @return false when the key is not in the table; `into` is untouched then
  public boolean read(Hash128 key, long[] into) {
    return segment(key).read(proper(key), into);
  }

  /// Sets the values of `key`.
  public void write(Hash128 key, long... values) {
    if (values.length != width) {
      throw new IllegalArgumentException(
          "%d values for a table of width %d".formatted(values.length, width));
    }
    segment(key).write(proper(key), values);
  }

  /// Shows every entry, in no particular order; the array is reused between calls.
  public void forEach(BiConsumer<Hash128, long[]> visitor) {
    for (Segment segment : segments) {
      segment.forEach(visitor);
    }
  }

  /// Number of keys.
  public long size() {
    return Arrays.stream(segments).mapToLong(s -> s.used).sum();
  }

  /// Bytes that the arrays take.
  public long bytes() {
    return Arrays.stream(segments).mapToLong(s -> 8L * s.cells.length).sum();
  }

  private Segment segment(Hash128 key) {
    return segments[(int) (key.high() >>> (64 - SEGMENT_BITS))];
  }

  /// Zero marks a free slot, so no key may be zero.
  private static Hash128 proper(Hash128 key) {
    return key.high() == 0 && key.low() == 0 ? new Hash128(0, 1) : key;
  }

  private static final class Segment {
    private static final int FIRST_SLOTS = 8;

    private final int width;
    private long[] cells;
    private int slots;
    private int used;

    Segment(int width) {
      this.width = width;
      this.slots = FIRST_SLOTS;
      this.cells = new long[slots * (width + 2)];
    }

    boolean read(Hash128 key, long[] into) {
      int at = find(key);
      if (isFree(at)) {
        return false;
      }
      System.arraycopy(cells, at + 2, into, 0, width);
      return true;
    }

    void write(Hash128 key, long[] values) {
      int at = find(key);
      if (isFree(at)) {
        if (4L * (used + 1) > 3L * slots) {
          grow();
          at = find(key);
        }
        cells[at] = key.high();
        cells[at + 1] = key.low();
        used++;
      }
      System.arraycopy(values, 0, cells, at + 2, width);
    }

    void forEach(BiConsumer<Hash128, long[]> visitor) {
      long[] values = new long[width];
      for (int at = 0; at < cells.length; at += width + 2) {
        if (!isFree(at)) {
          System.arraycopy(cells, at + 2, values, 0, width);
          visitor.accept(new Hash128(cells[at], cells[at + 1]), values);
        }
      }
    }

    /// Where the key is, or where it would go.
    private int find(Hash128 key) {
      int slot = (int) Math.unsignedMultiplyHigh(key.low(), slots);
      while (true) {
        int at = slot * (width + 2);
        if (isFree(at) || (cells[at] == key.high() && cells[at + 1] == key.low())) {
          return at;
        }
        slot = slot + 1 == slots ? 0 : slot + 1;
      }
    }

    private boolean isFree(int at) {
      return cells[at] == 0 && cells[at + 1] == 0;
    }

    private void grow() {
      long[] old = cells;
      slots += slots / 2;
      cells = new long[Math.multiplyExact(slots, width + 2)];
      for (int from = 0; from < old.length; from += width + 2) {
        if (old[from] != 0 || old[from + 1] != 0) {
          System.arraycopy(
              old, from, cells, find(new Hash128(old[from], old[from + 1])), width + 2);
        }
      }
    }
  }
}
