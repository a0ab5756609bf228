package dev.broadsheet.sink.bulk;

import java.io.InputStream;
import java.util.Objects;

/// Arrays as one stream. For one thread; the arrays are not written to any more.
final class PieceStream extends InputStream {
  private final byte[][] pieces;
  private long left;
  private int piece;
  private int offset;

  /// @param length of all together
  PieceStream(byte[][] pieces, long length) {
    this.pieces = pieces;
    this.left = length;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) {
    Objects.checkFromIndexSize(from, length, target.length);
    if (length == 0) {
      return 0;
    }
    int done = 0;
    while (done < length && piece < pieces.length) {
      int some = Math.min(length - done, pieces[piece].length - offset);
      System.arraycopy(pieces[piece], offset, target, from + done, some);
      done += some;
      offset += some;
      if (offset == pieces[piece].length) {
        piece++;
        offset = 0;
      }
    }
    left -= done;
    return done == 0 ? -1 : done;
  }

  /// All that is left: whoever reads in steps need not fear to wait.
  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, left);
  }
}
