package dev.broadsheet.enrich.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A resource file of words: one row a line, columns apart by a tab, comments after `#`.
public final class WordTable {
  private WordTable() {}

  /// The rows of a table beside a class, in order of the file.
  ///
  /// @param columns how many columns every row has
  /// @throws IllegalStateException when the file is missing or a row has another number of columns
  public static List<List<String>> rows(Class<?> owner, String name, int columns) {
    return read(owner, name)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> row(line, name, columns))
        .toList();
  }

  private static List<String> row(String line, String name, int columns) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != columns) {
      throw new IllegalStateException(
          "Table %s: %d columns wanted in row: %s".formatted(name, columns, line));
    }
    return cells;
  }

  private static String read(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No table %s beside %s".formatted(name, owner.getName()));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read table " + name, e);
    }
  }
}
