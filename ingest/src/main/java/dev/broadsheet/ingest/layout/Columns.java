package dev.broadsheet.ingest.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Takes a page apart into blocks of one column each, in reading order.
///
/// Of a region the tallest white strip between columns is looked for. What is above it comes
/// first, then what is left of it, then what is right of it, then what is below. A headline above
/// two columns ends the strip between them, so it is above it and read before its body. A region
/// without such a strip is one block.
final class Columns {
  /// Strips beside fewer lines are gaps in a line.
  private static final int FEWEST_LINES = 2;

  /// Letters so much larger than those of most of the page are headlines.
  private static final float HEADLINE = 1.25f;

  /// How far below a headline its columns begin, in ems of the text.
  private static final float BELOW = 6;

  /// How far beside a headline its columns reach, in widths of the headline.
  private static final float BESIDE = 1.2f;

  /// White of this height above headlines parts stories, in ems of the text.
  private static final float BAND = 0.9f;

  /// Below such white a headline begins within this height, in ems of the text.
  private static final float SOON = 4;

  /// Cuts of one page; more are made by no press.
  private static final int MOST_CUTS = 2_000;

  private final float usual;
  private final float gap;

  /// @param usual size of the letters of most of the page
  private Columns(float usual) {
    this.usual = usual;
    this.gap = Runs.COLUMN_GAP * usual;
  }

  /// Blocks in reading order; the lines of each from top to bottom.
  static List<List<Run>> of(List<Run> runs, float usual) {
    return new Columns(usual).blocks(runs);
  }

  private List<List<Run>> blocks(List<Run> page) {
    List<List<Run>> blocks = new ArrayList<>();
    Deque<List<Run>> open = new ArrayDeque<>();
    open.push(page);
    int cuts = 0;
    while (!open.isEmpty()) {
      List<Run> region = open.pop();
      if (region.isEmpty()) {
        continue;
      }
      region = sorted(region);
      Strip strip = cuts++ < MOST_CUTS ? tallest(stretched(region)) : Strip.NONE;
      if (strip.height() <= 0) {
        blocks.add(region);
        continue;
      }
      int band = band(region, strip);
      if (band > 0) {
        open.push(new ArrayList<>(region.subList(band, region.size())));
        open.push(new ArrayList<>(region.subList(0, band)));
        continue;
      }
      List<Run> above = new ArrayList<>(region.subList(0, strip.from));
      List<Run> left = new ArrayList<>();
      List<Run> right = new ArrayList<>();
      for (Run run : region.subList(strip.from, strip.to)) {
        ((run.left() + run.right()) / 2 < (strip.left + strip.right) / 2 ? left : right).add(run);
      }
      open.push(new ArrayList<>(region.subList(strip.to, region.size())));
      open.push(right);
      open.push(left);
      open.push(above);
    }
    return blocks;
  }

  /// White between columns.
  ///
  /// @param from first run beside it, of those from top to bottom
  /// @param to after the last
  private record Strip(int from, int to, float left, float right, float top, float bottom) {
    private static final Strip NONE = new Strip(0, 0, 0, 0, 0, 0);

    float height() {
      return bottom - top;
    }
  }

  /// Columns of a story often stand exactly above those of the next ones, so that a strip runs
  /// through both. Where all text of the region stops at one height, and headlines follow on
  /// either side of the strip, what is above is read first.
  ///
  /// @return index of the first run below; 0 when nothing parts the region
  private int band(List<Run> region, Strip strip) {
    float[] tops = new float[region.size() + 1];
    tops[region.size()] = Float.POSITIVE_INFINITY;
    for (int i = region.size() - 1; i >= 0; i--) {
      tops[i] = Math.min(tops[i + 1], region.get(i).top());
    }
    float bottom = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < strip.to; i++) {
      boolean isParted = i > strip.from && tops[i] - bottom > BAND * usual;
      if (isParted && hasHeadlines(region.subList(i, strip.to), tops[i], strip)) {
        return i;
      }
      bottom = Math.max(bottom, region.get(i).y());
    }
    return 0;
  }

  /// Whether a headline begins soon on either side.
  private boolean hasHeadlines(List<Run> below, float top, Strip strip) {
    boolean isLeft = false;
    boolean isRight = false;
    for (Run run : below) {
      if (run.top() > top + SOON * usual) {
        break;
      }
      isLeft |= isHeadline(run) && run.right() <= strip.right;
      isRight |= isHeadline(run) && run.left() >= strip.left;
    }
    return isLeft && isRight;
  }

  /// Tries every left edge of a run as the right edge of a strip.
  private Strip tallest(List<Run> runs) {
    Strip best = Strip.NONE;
    for (float at : gutters(runs)) {
      Strip strip = tallestAt(runs, at);
      // Of two as tall, the one beside more lines parts the greater blocks.
      boolean isTaller = strip.height() > best.height() + 0.01f;
      boolean isAsTall = strip.height() > best.height() - 0.01f;
      if (isTaller || (isAsTall && strip.to - strip.from > best.to - best.from)) {
        best = strip;
      }
    }
    return best;
  }

  /// Left edges that begin columns: those that several runs share.
  private List<Float> gutters(List<Run> runs) {
    List<Float> edges = new ArrayList<>();
    List<Float> sorted = runs.stream().map(Run::left).sorted().toList();
    for (float edge : sorted) {
      if (edges.isEmpty() || edge - edges.getLast() > usual / 4) {
        edges.add(edge);
      }
    }
    return edges;
  }

  /// The tallest strip whose right edge is not right of `at`.
  private Strip tallestAt(List<Run> runs, float at) {
    Strip best = Strip.NONE;
    int from = 0;
    float left = Float.NEGATIVE_INFINITY;
    int leftLines = 0;
    int rightLines = 0;
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      boolean isRight = run.left() >= at - 0.01f;
      if (!isRight && run.right() > at - gap) {
        from = i + 1;
        left = Float.NEGATIVE_INFINITY;
        leftLines = 0;
        rightLines = 0;
        continue;
      }
      if (isRight) {
        rightLines++;
      } else {
        leftLines++;
        left = Math.max(left, run.right());
      }
      if (Math.min(leftLines, rightLines) >= FEWEST_LINES
          || isRow(runs, from, i, leftLines, rightLines)) {
        float height = run.y() - runs.get(from).top();
        // Of runs in one line, the last ends the strip.
        if (height >= best.height()) {
          best = new Strip(from, i + 1, left, at, runs.get(from).top(), run.y());
        }
      }
    }
    return best;
  }

  /// A region that is one line has no columns but words far apart; two short blocks side by side
  /// are columns.
  private static boolean isRow(List<Run> runs, int from, int to, int leftLines, int rightLines) {
    return from == 0
        && to == runs.size() - 1
        && leftLines > 0
        && rightLines > 0
        && leftLines + rightLines > 2;
  }

  /// A headline owns the width up to its neighbours, though its letters do not fill it: to the text
  /// beside it, and half the way to another headline beside it.
  private List<Run> stretched(List<Run> runs) {
    return runs.stream().map(run -> isHeadline(run) ? stretched(run, runs) : run).toList();
  }

  private Run stretched(Run run, List<Run> runs) {
    float from = Float.NEGATIVE_INFINITY;
    float to = Float.POSITIVE_INFINITY;
    for (Run other : runs) {
      if (other.equals(run) || !other.overlaps(run)) {
        continue;
      }
      boolean isSame = isHeadline(other);
      if (other.right() <= run.left()) {
        from = Math.max(from, isSame ? (other.right() + run.left()) / 2 : other.right() + gap);
      } else if (other.left() >= run.right()) {
        to = Math.min(to, isSame ? (run.right() + other.left()) / 2 : other.left() - gap);
      }
    }
    // To the edges of the columns below, so that the white between them stays white.
    float left = run.left();
    float right = run.right();
    for (Run other : runs) {
      if (other.y() <= run.y() || other.y() > run.y() + BELOW * usual) {
        continue;
      }
      left = other.left() >= from ? Math.min(left, other.left()) : left;
      right = other.right() <= to ? Math.max(right, other.right()) : right;
    }
    // It stands in the middle of its columns. Where it does not, as above columns of which the last
    // is empty, it owns little more than its own width beside it.
    boolean isCentred = Math.abs(left + right - run.left() - run.right()) < 3 * usual;
    float beside = Math.max(run.left() - left, right - run.right());
    boolean isNear = beside < BESIDE * (run.right() - run.left());
    return isCentred || isNear ? run.stretched(left, right) : run;
  }

  private boolean isHeadline(Run run) {
    return run.size() >= HEADLINE * usual;
  }

  private static List<Run> sorted(List<Run> runs) {
    List<Run> sorted = new ArrayList<>(runs);
    sorted.sort(Comparator.comparingDouble(Run::y).thenComparingDouble(Run::left));
    return sorted;
  }
}
