package dev.broadsheet.ingest.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A word that must not be shown, not even by accident.
///
/// @param value the word
record Secret(String value) {
  /// The first line of a file; empty when there is none.
  static Secret read(Optional<Path> file) {
    return new Secret(file.map(f -> lines(f).stream().findFirst().orElse("")).orElse(""));
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s: it cannot be read: make it, and let the user of ingest read it".formatted(file), e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
