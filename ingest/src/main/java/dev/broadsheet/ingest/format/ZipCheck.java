package dev.broadsheet.ingest.format;

import dev.broadsheet.contract.RejectReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/// What a zip library lets pass.
final class ZipCheck {
  private static final int END_RECORD = 22;
  private static final int END_SIGNATURE = 0x06054B50;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private ZipCheck() {}

  /// That the archive ends where it says.
  ///
  /// @return bytes of the directory
  static long end(SeekableByteChannel channel) throws IOException {
    long size = channel.size();
    int length = (int) Math.min(size, END_RECORD + LONGEST_COMMENT);
    var tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(size - length);
    while (tail.hasRemaining() && channel.read(tail) >= 0) {
      // Reads until the end.
    }
    for (int at = tail.position() - END_RECORD; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE) {
        int comment = Short.toUnsignedInt(tail.getShort(at + END_RECORD - 2));
        if (at + END_RECORD + comment == length) {
          long directory = Integer.toUnsignedLong(tail.getInt(at + 16));
          return size - length + at - Math.min(directory, size - length + at);
        }
      }
    }
    throw new Refusal(
        RejectReason.ARCHIVE, "it does not end like a zip archive: copy or pack it again");
  }

  /// That no two entries share bytes, which makes a small file unpack to an endless one.
  static void overlap(List<ZipArchiveEntry> entries) throws Refusal {
    long end = 0;
    for (ZipArchiveEntry entry :
        entries.stream()
            .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
            .toList()) {
      if (entry.getLocalHeaderOffset() < end) {
        throw new Refusal(
            RejectReason.ARCHIVE_LIMIT, "entries that share their bytes: pack it again");
      }
      end = entry.getLocalHeaderOffset() + entry.getCompressedSize();
    }
  }

  /// That an entry can be read and is a file.
  static void entry(ZipArchiveEntry entry) throws Refusal {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new Refusal(RejectReason.ARCHIVE, "it is encrypted: give it without a password");
    }
    if (entry.isUnixSymlink()) {
      throw new Refusal(RejectReason.ARCHIVE_PATH, "a symbolic link: pack the file itself");
    }
  }
}
