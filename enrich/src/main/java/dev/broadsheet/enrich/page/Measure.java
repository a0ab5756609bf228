package dev.broadsheet.enrich.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The measure of a column: how wide its full lines are, in half-width units; 0 where the text was
/// not set in lines (one paragraph a row).
public final class Measure {
  private static final int TOLERANCE = 5;
  private static final int NARROWEST = 12;
  private static final int WIDEST = 100;
  private static final int REACH = 10;
  private static final int FEWEST = 3;
  private static final int SURE = 5;
  private static final int SURE_WIDTH = 20;
  private static final int CLOSE = 3;
  private static final Marks COMMAS = Marks.of("，,；;");

  private Measure() {}

  /// Rows of like width one below the other.
  ///
  /// @param sure whether running text is in them, which a block of headlines has not
  private record Run(int start, int end, int width, boolean sure) {}

  /// The measure at each row, told by rows of like width one below the other. A few rows without a
  /// mark are a column only where running text of that measure is on the page, too.
  public static int[] ofRows(List<Row> rows) {
    int[] widths = new int[rows.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = rows.get(i).width();
    }
    int[] measures = new int[widths.length];
    List<Run> runs = runs(rows, widths);
    BitSet sure = new BitSet();
    for (Run run : runs) {
      if (run.sure) {
        sure.set(run.width - CLOSE, run.width + CLOSE + 1);
      }
    }
    for (Run run : runs) {
      if (sure.get(run.width)) {
        Arrays.fill(measures, run.start, run.end, run.width);
      }
    }
    spread(widths, measures);
    return measures;
  }

  private static List<Run> runs(List<Row> rows, int[] widths) {
    List<Run> runs = new ArrayList<>();
    int i = 0;
    while (i < widths.length) {
      int end = i + 1;
      while (end < widths.length && alike(widths[end - 1], widths[end])) {
        end++;
      }
      if (end - i >= FEWEST && isOpen(rows.subList(i, end))) {
        int width = median(widths, i, end);
        runs.add(new Run(i, end, width, width >= SURE_WIDTH && isText(rows.subList(i, end))));
      }
      i = end;
    }
    return runs;
  }

  /// Whether sentences go on across most of the rows.
  private static boolean isOpen(List<Row> rows) {
    int open = 0;
    for (Row row : rows) {
      open += Ending.of(row.text()).isEnd() ? 0 : 1;
    }
    return open * 2 >= rows.size();
  }

  private static boolean isText(List<Row> rows) {
    int marked = 0;
    for (Row row : rows) {
      marked += isMarked(row.text()) ? 1 : 0;
    }
    return marked * 2 >= rows.size() || (rows.size() >= SURE && marked * 6 >= rows.size());
  }

  /// A comma anywhere, or the end of a sentence inside the row.
  private static boolean isMarked(String text) {
    int stop = text.indexOf('。');
    return COMMAS.areIn(text) || (stop >= 0 && stop < text.length() - 1);
  }

  private static int median(int[] widths, int from, int to) {
    int[] sorted = Arrays.copyOfRange(widths, from, to);
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static boolean alike(int a, int b) {
    return Math.abs(a - b) <= TOLERANCE && Math.min(a, b) >= NARROWEST && Math.max(a, b) <= WIDEST;
  }

  /// A short row belongs to the column above it, else to the one below it.
  private static void spread(int[] widths, int[] measures) {
    int[] near = new int[measures.length];
    int last = 0;
    int age = 0;
    for (int i = 0; i < measures.length; i++) {
      age = measures[i] > 0 ? 0 : age + 1;
      last = measures[i] > 0 ? measures[i] : last;
      near[i] = age <= REACH ? last : 0;
    }
    last = 0;
    age = 0;
    for (int i = measures.length - 1; i >= 0; i--) {
      age = measures[i] > 0 ? 0 : age + 1;
      last = measures[i] > 0 ? measures[i] : last;
      int below = age <= REACH ? last : 0;
      if (measures[i] == 0) {
        int best = near[i] >= widths[i] - TOLERANCE ? near[i] : 0;
        measures[i] = best > 0 ? best : below >= widths[i] - TOLERANCE ? below : 0;
      }
    }
  }
}
