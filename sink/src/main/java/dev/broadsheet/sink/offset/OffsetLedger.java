package dev.broadsheet.sink.offset;

import java.util.LinkedHashSet;

/// What one partition still owes: the offsets that were read and are not settled.
///
/// An offset may be committed when it and every lower one that was read are settled. Offsets that
/// the log does not hold (transaction markers, aborted and compacted records) are never read, so
/// nothing waits for them. Only unsettled offsets take memory. For the owner thread only.
public final class OffsetLedger {
  // In the order of reading, which is the order of offsets: the first is the lowest.
  private final LinkedHashSet<Long> pending = new LinkedHashSet<>();
  private long lastRead = -1;
  private long position = -1;
  private boolean forgotten;

  /// Takes in a record that was read.
  ///
  /// @throws IllegalArgumentException when `offset` is not above all that were read before
  public void read(long offset) {
    if (offset <= lastRead) {
      throw new IllegalArgumentException(
          "offset %d was read after offset %d".formatted(offset, lastRead));
    }
    lastRead = offset;
    position = Math.max(position, offset + 1);
    pending.add(offset);
  }

  /// Takes in where the next read begins; it may lie behind offsets that hold no record.
  public void readUpTo(long nextOffset) {
    position = Math.max(position, nextOffset);
  }

  /// Notes that the record at `offset` has its outcome.
  ///
  /// @return false when the partition was forgotten, so that the outcome is of no account
  /// @throws IllegalStateException when the record has an outcome already, or was never read
  public boolean settle(long offset) {
    if (forgotten) {
      return false;
    }
    if (!pending.remove(offset)) {
      throw new IllegalStateException("offset %d is not pending".formatted(offset));
    }
    return true;
  }

  /// The offset to commit: the next one to read after a restart; -1 when nothing was read.
  public long committable() {
    return pending.isEmpty() ? position : pending.getFirst();
  }

  /// How many records are read and not settled.
  public int pending() {
    return pending.size();
  }

  /// Gives the partition up: outcomes that arrive later are ignored.
  public void forget() {
    forgotten = true;
    pending.clear();
  }

  /// Whether [#forget] was called.
  public boolean forgotten() {
    return forgotten;
  }
}
