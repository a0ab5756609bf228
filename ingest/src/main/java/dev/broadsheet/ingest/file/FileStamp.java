package dev.broadsheet.ingest.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What tells one state of a file from another without reading it.
///
/// @param kind what is under the name
/// @param size in bytes
/// @param modified instant of the last change, in nanoseconds since 1970
/// @param identity of the file under the name, so that a replacement shows; 0 where a file system
///     has none
public record FileStamp(Kind kind, long size, long modified, int identity) {
  /// Of something that cannot be looked at.
  public static final FileStamp UNSEEN = new FileStamp(Kind.OTHER, 0, 0, 0);

  /// What is under a name.
  public enum Kind {
    /// A file with bytes.
    FILE,
    FOLDER,
    SYMBOLIC_LINK,
    /// A pipe, socket or device: opening it may never return.
    OTHER
  }

  /// Looks at a name without following links and without opening anything.
  public static FileStamp of(Path path) throws IOException {
    var attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new FileStamp(
        kind(attributes),
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        Objects.hashCode(attributes.fileKey()));
  }

  private static Kind kind(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return Kind.SYMBOLIC_LINK;
    }
    if (attributes.isDirectory()) {
      return Kind.FOLDER;
    }
    return attributes.isRegularFile() ? Kind.FILE : Kind.OTHER;
  }
}
