package dev.broadsheet.e2e;

import dev.broadsheet.rig.GeneratedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Puts pages into folders.
final class Pages {
  private Pages() {}

  /// Writes a page beside the folder and moves it in, as a careful source does.
  static void deliver(GeneratedPage page, Path inbox) {
    deliver(page.key(), page.text(), inbox);
  }

  static void deliver(String key, String text, Path inbox) {
    Path file = inbox.resolve(key + ".txt");
    Path draft = inbox.resolveSibling("draft.txt");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
