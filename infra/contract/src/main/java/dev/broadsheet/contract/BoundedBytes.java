package dev.broadsheet.contract;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Bytes as they are written, as long as they are no more than wanted; what comes behind is
/// dropped. For one thread.
final class BoundedBytes extends OutputStream {
  private final int most;
  private byte[] bytes = {};
  private int size;
  private boolean over;

  BoundedBytes(int most) {
    this.most = most;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] source, int from, int length) {
    Objects.checkFromIndexSize(from, length, source.length);
    over |= length > most - size;
    if (over) {
      bytes = new byte[0];
      return;
    }
    if (length > bytes.length - size) {
      // Most values are written at once and fit as they are.
      bytes = Arrays.copyOf(bytes, Math.max(size + length, Math.min(most, 2 * size)));
    }
    System.arraycopy(source, from, bytes, size, length);
    size += length;
  }

  /// All that was written, or null when it was more than wanted.
  byte @Nullable [] all() {
    return over ? null : size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }
}
