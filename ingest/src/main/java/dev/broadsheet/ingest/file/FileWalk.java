package dev.broadsheet.ingest.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Walks a folder and everything below it in the order of the names' bytes, one folder in memory at
/// a time per level. Symbolic links are shown and not followed; nothing is opened.
public final class FileWalk {
  /// Names under which programs write before they rename: never complete.
  private static final Set<String> UNFINISHED =
      Set.of("tmp", "part", "partial", "filepart", "crdownload", "swp");

  private FileWalk() {}

  /// What a walk meets.
  public interface Visitor {
    /// A folder, before its content.
    default void folder(Path folder) {}

    /// Anything else.
    void entry(Path path, FileStamp stamp);

    /// A name that is hidden, or that a program is still writing to.
    void unfinished(Path path);

    /// Something that cannot be looked at.
    void failed(Path path, IOException failure);
  }

  /// Walks everything below `root`.
  ///
  /// @throws IOException when `root` itself cannot be listed
  public static void walk(Path root, Visitor visitor) throws IOException {
    Deque<Iterator<Path>> open = new ArrayDeque<>();
    visitor.folder(root);
    open.push(list(root).iterator());
    while (!open.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        continue;
      }
      Path path = open.peek().next();
      try {
        visit(path, visitor, open);
      } catch (NoSuchFileException | NotDirectoryException _) {
        // Gone, or another thing, between listing and looking: the next walk shows what is there.
      } catch (IOException e) {
        visitor.failed(path, e);
      }
    }
  }

  private static void visit(Path path, Visitor visitor, Deque<Iterator<Path>> open)
      throws IOException {
    if (isUnfinished(path)) {
      visitor.unfinished(path);
      return;
    }
    FileStamp stamp = FileStamp.of(path);
    if (stamp.kind() == FileStamp.Kind.FOLDER) {
      List<Path> content = list(path);
      visitor.folder(path);
      open.push(content.iterator());
    } else {
      visitor.entry(path, stamp);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    var paths = new ArrayList<Path>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(paths::add);
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    paths.sort(null);
    return paths;
  }

  private static boolean isUnfinished(Path path) {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return name.startsWith(".")
        || name.endsWith("~")
        || (dot > 0 && UNFINISHED.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
  }
}
