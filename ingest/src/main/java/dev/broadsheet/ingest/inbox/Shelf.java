package dev.broadsheet.ingest.inbox;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.ingest.file.FileStamp;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Puts files away into a folder, under the path that they had. At every moment a file is whole in
/// at least one place, and after a kill the same call, again, leaves it in exactly one.
final class Shelf {
  private static final int LONGEST_NAME = 255;
  private static final int HASH_CHARACTERS = 12;

  private final Path folder;

  Shelf(Path folder) {
    this.folder = folder;
  }

  /// Where a file would go.
  ///
  /// @param relative path below the inbox
  /// @return a path at which nothing is, or the same bytes
  Path placeFor(Path file, Path relative) throws IOException {
    Path target = folder.resolve(relative.toString());
    if (isFree(target, file)) {
      return target;
    }
    String hash = hash(file);
    String name = relative.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String extension = dot > 0 ? name.substring(dot) : "";
    String other = stem + "~" + hash.substring(0, HASH_CHARACTERS) + extension;
    return target.resolveSibling(fits(other) ? other : hash + extension);
  }

  /// Moves a file.
  ///
  /// @param stamp of the state that may be moved; another state that took its place stays
  /// @return whether it is away
  boolean put(Path file, FileStamp stamp, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    if (!FileStamp.of(file).equals(stamp)) {
      return false;
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(file);
      return true;
    }
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      copy(file, target);
      if (!FileStamp.of(file).equals(stamp)) {
        Files.delete(target);
        return false;
      }
      Files.delete(file);
      return true;
    }
    return isStill(stamp, file, target);
  }

  /// A file that took the place of the one that was read, in the moment before it was moved, goes
  /// back.
  private static boolean isStill(FileStamp stamp, Path file, Path target) throws IOException {
    if (FileStamp.of(target).equals(stamp)) {
      return true;
    }
    Files.move(target, file);
    return false;
  }

  /// To another disk: whole and on the disk before it has its name.
  private static void copy(Path file, Path target) throws IOException {
    Path part = target.resolveSibling(".broadsheet-copy.part");
    Files.copy(
        file,
        part,
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES,
        LinkOption.NOFOLLOW_LINKS);
    if (Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
      try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  static boolean fits(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
  }

  /// Of a link, the hash of what it points to by name.
  static String hash(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Digests.sha256(Files.readAllBytes(file))
        : Digests.sha256(file.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isFree(Path target, Path file) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.mismatch(target, file) < 0;
  }
}
