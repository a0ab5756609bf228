package dev.broadsheet.ingest.file;

import dev.broadsheet.ingest.table.Hash128;
import java.nio.file.Path;

/// What stands for a path in a table.
public final class PathHash {
  private PathHash() {}

  /// The hash of an absolute path. A name that the platform could not decode differs from others
  /// in its address only, which costs a look at the disk.
  public static Hash128 of(Path path) {
    String text = path.toString();
    return Hash128.of(text.indexOf('\uFFFD') < 0 ? text : path.toUri().toString());
  }
}
