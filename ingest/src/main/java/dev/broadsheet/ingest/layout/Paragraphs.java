package dev.broadsheet.ingest.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the lines of blocks together to paragraphs, also over the end of a column. Used for one
/// page.
final class Paragraphs {
  /// Sizes that differ by more are different kinds of text.
  private static final float SAME_SIZE = 0.12f;

  /// A line that begins so far right of its block, in ems, begins a paragraph.
  private static final float INDENT = 0.9f;

  /// A line that ends so far left of its block, in ems, ends a paragraph.
  private static final float SHORT = 1.6f;

  /// White above a line, in ems, beyond that of set text.
  private static final float PARTED = 1.1f;

  private final float usual;
  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private float size;
  private boolean isOpen;

  /// A line of a block.
  private record Line(String text, float left, float right, float y, float size) {}

  Paragraphs(float usual) {
    this.usual = usual;
  }

  /// Adds a block.
  ///
  /// @param runs from top to bottom
  void block(List<Run> runs) {
    List<Line> lines = lines(runs);
    if (lines.isEmpty()) {
      return;
    }
    float left = (float) lines.stream().mapToDouble(Line::left).min().orElse(0);
    float right = (float) lines.stream().mapToDouble(Line::right).max().orElse(0);
    @Nullable Line before = null;
    for (Line line : lines) {
      if (!isContinued(line, before, left)) {
        end();
      }
      join(line, before != null && isHeadline(line));
      isOpen = line.right > right - SHORT * line.size && lines.size() > 1;
      before = line;
    }
  }

  String text() {
    end();
    return paragraphs.isEmpty() ? "" : String.join("\n\n", paragraphs) + "\n";
  }

  private boolean isContinued(Line line, @Nullable Line before, float left) {
    if (current.isEmpty() || Math.abs(line.size - size) > SAME_SIZE * size) {
      return false;
    }
    if (isHeadline(line)) {
      // Lines of one headline end where the sense does, not at the margin.
      return before != null && line.y - before.y < 2 * line.size;
    }
    boolean isIndented = line.left > left + INDENT * line.size;
    boolean isParted = before != null && line.y - before.y - line.size > PARTED * line.size;
    return isOpen && !isIndented && !isParted;
  }

  private boolean isHeadline(Line line) {
    return line.size > usual * (1 + SAME_SIZE);
  }

  private void join(Line line, boolean isHeadline) {
    if (!current.isEmpty() && (isHeadline ? !isOpen : isWordEnd(line))) {
      current.append(' ');
    }
    current.append(line.text);
    size = line.size;
  }

  private boolean isWordEnd(Line line) {
    return current.charAt(current.length() - 1) < 0x2000
        && Character.isLetterOrDigit(current.charAt(current.length() - 1))
        && line.text.charAt(0) < 0x2000
        && Character.isLetter(line.text.charAt(0));
  }

  private void end() {
    if (!current.isEmpty()) {
      paragraphs.add(current.toString());
      current.setLength(0);
    }
  }

  /// Runs of one base line are one line, with a space where they are apart.
  private static List<Line> lines(List<Run> runs) {
    List<List<Run>> rows = new ArrayList<>();
    for (Run run : runs) {
      if (rows.isEmpty() || run.y() - rows.getLast().getFirst().y() > run.size() * 0.5f) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(run);
    }
    List<Line> lines = new ArrayList<>();
    for (List<Run> row : rows) {
      row.sort(Comparator.comparingDouble(Run::left));
      lines.add(
          new Line(
              String.join(" ", row.stream().map(Run::text).toList()),
              row.getFirst().left(),
              row.getLast().right(),
              row.getFirst().y(),
              row.stream().map(Run::size).max(Float::compare).orElseThrow()));
    }
    return lines;
  }
}
