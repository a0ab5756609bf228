package dev.broadsheet.ingest.inbox;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Files whose presence says that others are complete: `01.pdf.done` beside `01.pdf`, or `.done` in
/// a folder for all files in it.
final class Marker {
  private static final String SUFFIX = ".done";

  private Marker() {}

  static boolean is(Path file) {
    return file.getFileName().toString().endsWith(SUFFIX);
  }

  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + SUFFIX);
  }

  static boolean isSetFor(Path file) {
    return isThere(beside(file)) || isThere(file.resolveSibling(SUFFIX));
  }

  private static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
