package dev.broadsheet.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The log file of one process: standard output and standard error, appended over restarts.
record LogFile(Path path) {
  private static final long LARGE_BYTES = 32L << 20;
  private static final int TAIL_BYTES = 16 << 10;

  /// Makes room for a new run: a large file becomes `<name>.old`, in place of the one before it.
  void prepare() {
    try {
      Files.createDirectories(path.getParent());
      if (Files.exists(path) && Files.size(path) > LARGE_BYTES) {
        Files.move(
            path,
            path.resolveSibling(path.getFileName() + ".old"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare log file " + path, e);
    }
  }

  /// The last lines, oldest first; none when the file cannot be read.
  List<String> tail(int lines) {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - TAIL_BYTES));
      byte[] bytes = new byte[TAIL_BYTES];
      int length = Math.max(0, file.read(bytes));
      var all = new String(bytes, 0, length, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
