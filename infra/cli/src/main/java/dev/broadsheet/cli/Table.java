package dev.broadsheet.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A plain table for people: columns line up whatever the script.
final class Table {
  private final List<String> head;
  private final int[] limits;
  private final List<List<String>> rows = new ArrayList<>();

  /// @param head titles, one a column
  /// @param limits largest width of each column, in terminal columns
  Table(List<String> head, int... limits) {
    if (head.size() != limits.length) {
      throw new IllegalArgumentException(
          "%d titles, %d widths".formatted(head.size(), limits.length));
    }
    this.head = List.copyOf(head);
    this.limits = limits.clone();
  }

  Table row(String... cells) {
    if (cells.length != limits.length) {
      throw new IllegalArgumentException(
          "%d cells, %d columns".formatted(cells.length, limits.length));
    }
    rows.add(List.of(cells));
    return this;
  }

  @Override
  public String toString() {
    int[] widths = new int[limits.length];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      int widest = rows.stream().mapToInt(r -> Display.width(r.get(column))).max().orElse(0);
      widths[i] = Math.min(limits[i], Math.max(widest, Display.width(head.get(i))));
    }
    var out = new StringBuilder();
    line(out, head, widths);
    line(out, Arrays.stream(widths).mapToObj("─"::repeat).toList(), widths);
    rows.forEach(r -> line(out, r, widths));
    return out.toString();
  }

  private static void line(StringBuilder out, List<String> cells, int[] widths) {
    var line = new StringBuilder("  ");
    for (int i = 0; i < widths.length; i++) {
      line.append(Display.fit(Display.safe(cells.get(i)), widths[i])).append("  ");
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
