package dev.broadsheet.contract.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A word that must not be shown, not even by accident.
///
/// @param value the word; empty when there is none
public record Secret(String value) {
  /// No secret.
  public static final Secret NONE = new Secret("");

  /// The first line of a file; empty when there is none.
  ///
  /// @throws IllegalArgumentException when it cannot be read
  public static Secret firstLine(Optional<Path> file) {
    return new Secret(file.map(f -> lines(f).stream().findFirst().orElse("").strip()).orElse(""));
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s: it cannot be read: make it, and let the user of this process read it"
              .formatted(file),
          e);
    }
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return "***";
  }
}
