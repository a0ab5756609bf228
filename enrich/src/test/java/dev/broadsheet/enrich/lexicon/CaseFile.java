package dev.broadsheet.enrich.lexicon;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// A data file of test cases: one a line, columns apart by a tab, `\n` for a line break in a
/// column.
public final class CaseFile {
  private CaseFile() {}

  public static Stream<Arguments> arguments(Class<?> owner, String name, int columns) {
    return WordTable.rows(owner, name, columns).stream()
        .map(row -> row.stream().map(cell -> cell.replace("\\n", "\n")).toArray())
        .map(Arguments::of);
  }

  /// The texts of one column, for tests that make pages of them.
  public static List<String> column(Class<?> owner, String name, int columns, int column) {
    return WordTable.rows(owner, name, columns).stream()
        .map(row -> row.get(column).replace("\\n", "\n"))
        .toList();
  }
}
