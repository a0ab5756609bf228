package dev.broadsheet.ingest;

import dev.broadsheet.ingest.file.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// A file or folder that was given by name.
///
/// @param root folder that issue keys count from; real, without links
/// @param path the file or folder; its folder is real, the file itself is not followed
/// @param stamp what is there
record GivenPath(Path root, Path path, FileStamp stamp) {
  /// Looks at what was given. A link to a folder that somebody names is meant, and followed; a link
  /// to a file is not.
  ///
  /// The same file gets the same key whether it is given itself, within a folder, or comes through
  /// the inbox: keys count from `ingest.root` if there is one, else from the inbox for whatever
  /// lies in it. Only elsewhere do they count from the folder given or the file's own.
  static GivenPath of(Path given, IngestConfig.Door door) throws IOException {
    Path absolute = given.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      Path folder = absolute.toRealPath();
      return new GivenPath(root(door, folder, folder), folder, FileStamp.of(folder));
    }
    // Only a root has no parent, and a root is a folder.
    Path parent = Objects.requireNonNull(absolute.getParent()).toRealPath();
    Path file = parent.resolve(absolute.getFileName());
    return new GivenPath(root(door, file, parent), file, FileStamp.of(file));
  }

  private static Path root(IngestConfig.Door door, Path path, Path otherwise) throws IOException {
    if (!door.root().isEmpty()) {
      return door.root().getFirst().toRealPath();
    }
    if (Files.isDirectory(door.inbox())) {
      Path inbox = door.inbox().toRealPath();
      return path.startsWith(inbox) ? inbox : otherwise;
    }
    return otherwise;
  }
}
