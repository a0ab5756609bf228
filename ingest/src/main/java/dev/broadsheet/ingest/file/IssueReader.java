package dev.broadsheet.ingest.file;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.ledger.IncomingIssue;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/// Reads a file into an issue, and sees to it that the bytes are those of one state of the file.
/// It changes nothing on disk.
///
/// @param maxBytes what a file may take
public record IssueReader(int maxBytes) {
  /// Reads one file.
  ///
  /// @param key issue key that the file gets
  /// @param name of the file below its root, for the record of where the text came from
  /// @param before what was seen of the file when it was chosen; if it has changed since, or does
  ///     while it is read, it is refused as changed
  public FileReading read(Path file, String key, Path name, FileStamp before) {
    if (before.kind() != FileStamp.Kind.FILE) {
      return refusedKind(before.kind());
    }
    if (before.size() > maxBytes) {
      return tooLarge(before.size());
    }
    try {
      byte[] bytes = bytes(file, (int) before.size());
      if (bytes.length != before.size() || !FileStamp.of(file).equals(before)) {
        return changed();
      }
      return of(bytes, "", key, uri(name), IssueHints.NONE);
    } catch (NoSuchFileException e) {
      return new FileReading.Refused(
          RejectReason.CHANGED, "it vanished while it was read: put it back when it is complete");
    } catch (AccessDeniedException e) {
      return new FileReading.Refused(
          RejectReason.UNREADABLE, "no permission to read it: let the user of ingest read it");
    } catch (IOException e) {
      return new FileReading.Refused(
          RejectReason.UNREADABLE,
          "it cannot be read (%s): check the disk and take it in again"
              .formatted(Printable.of(String.valueOf(e.getMessage()))));
    }
  }

  /// What is said of a name that is not a file.
  public static FileReading.Refused refusedKind(FileStamp.Kind kind) {
    return switch (kind) {
      case SYMBOLIC_LINK ->
          new FileReading.Refused(
              RejectReason.TYPE, "a symbolic link, which is not followed: give the file itself");
      case FOLDER -> new FileReading.Refused(RejectReason.TYPE, "a folder where a file is due");
      case FILE, OTHER ->
          new FileReading.Refused(
              RejectReason.TYPE, "a pipe, socket or device, which is never opened: give a file");
    };
  }

  /// Reads bytes that are in memory, wherever they came from.
  ///
  /// @param declared name of their charset as the source gave it; empty for none
  /// @param key issue key
  /// @param source address, for the record of where the text came from
  /// @param hints what the source says beside the text
  public static FileReading of(
      byte[] bytes, String declared, String key, String source, IssueHints hints) {
    FileType type = FileType.of(bytes);
    if (type != null) {
      return new FileReading.Refused(type.reason(), type.message());
    }
    return switch (PageText.of(bytes, declared)) {
      case PageText.NotText(var reason, var message) -> new FileReading.Refused(reason, message);
      case PageText.Text(var text, var charset) ->
          new FileReading.Taken(
              new IncomingIssue(
                  key,
                  text,
                  bytes.length,
                  new RawIssue.Origin(source, "text/plain", charset, Digests.sha256(bytes)),
                  hints));
    };
  }

  /// At most one byte more than expected, so that growth shows and a file without end does not
  /// fill the memory.
  private static byte[] bytes(Path file, int size) throws IOException {
    var buffer = ByteBuffer.allocate(size + 1);
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // Reads until the end of the file or one byte past the size that was seen.
      }
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private FileReading tooLarge(long size) {
    return new FileReading.Refused(
        RejectReason.TOO_LARGE,
        "%d bytes, %d are allowed: split it, or raise the setting ingest.max.bytes"
            .formatted(size, maxBytes));
  }

  private static FileReading changed() {
    return new FileReading.Refused(
        RejectReason.CHANGED, "it changed while it was read: take it in again when it is complete");
  }

  /// The name relative to the root: the records of a public archive do not tell how the disks of
  /// the machine are laid out.
  private static String uri(Path name) {
    try {
      String path = name.toString().replace(name.getFileSystem().getSeparator(), "/");
      return new URI("file", path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("name %s".formatted(Printable.of(name)), e);
    }
  }
}
