package dev.broadsheet.rig.feed;

import dev.broadsheet.rig.fate.ExpectedFates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Puts files into a watched folder as a careful source does: written elsewhere, moved in whole.
public final class Inbox {
  private final Path folder;
  private final ExpectedFates fates;

  public Inbox(Path folder, ExpectedFates fates) {
    this.folder = folder;
    this.fates = fates;
  }

  /// The folder.
  public Path folder() {
    return folder;
  }

  /// Puts a page in; in the place of an earlier one of the same key.
  void deliver(String key, String text) {
    deliverFile(key + ".txt", text.getBytes(StandardCharsets.UTF_8));
  }

  /// Puts a file in.
  void deliverFile(String name, byte[] bytes) {
    Path file = folder.resolve(name);
    Path draft = folder.resolveSibling("draft");
    fates.expectFile(name, bytes);
    try {
      Files.createDirectories(file.getParent());
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
