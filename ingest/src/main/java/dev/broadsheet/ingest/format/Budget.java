package dev.broadsheet.ingest.format;

import dev.broadsheet.contract.RejectReason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what comes out of one file, archives within it included, and ends it at the limits. One
/// thread.
final class Budget {
  /// What any archive may unpack to: little files may well be repetitive.
  private static final long SMALL = 1 << 20;

  /// Text that is held until all of a file was read, in characters.
  private static final long MOST_TEXT = 32L << 20;

  /// What an entry takes in the directory of a zip archive: its name is most of it.
  private static final long DIRECTORY_ENTRY = 1_000;

  private final FormatLimits.Archive limits;
  private long entriesLeft;
  private long bytesLeft;
  private long textLeft = MOST_TEXT;

  /// @param packed size of the file
  Budget(FormatLimits.Archive limits, long packed) {
    this.limits = limits;
    this.entriesLeft = limits.entries();
    this.bytesLeft = Math.min(limits.bytes(), Math.max(SMALL, limits.ratio() * packed));
  }

  void entry() throws Refusal {
    if (--entriesLeft < 0) {
      throw exceeded("more than %d entries".formatted(limits.entries()));
    }
  }

  /// That a directory of so many bytes may be read at all.
  void directory(long bytes) throws Refusal {
    if (bytes > DIRECTORY_ENTRY * limits.entries()) {
      throw exceeded("a directory of %d bytes".formatted(bytes));
    }
  }

  void depth(int depth) throws Refusal {
    if (depth > limits.depth()) {
      throw exceeded("archives within archives more than %d deep".formatted(limits.depth()));
    }
  }

  void text(long characters) throws Refusal {
    textLeft -= characters;
    if (textLeft < 0) {
      throw exceeded("more than %d characters of text".formatted(MOST_TEXT));
    }
  }

  /// A stream whose bytes count.
  InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int b = super.read();
        spend(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        spend(n);
        return n;
      }
    };
  }

  private void spend(long bytes) throws Refusal {
    bytesLeft -= Math.max(0, bytes);
    if (bytesLeft < 0) {
      throw exceeded(
          "it unpacks to more than %d times its size, or %d bytes"
              .formatted(limits.ratio(), limits.bytes()));
    }
  }

  private static Refusal exceeded(String what) {
    return new Refusal(RejectReason.ARCHIVE_LIMIT, what + ": give it in smaller parts");
  }
}
