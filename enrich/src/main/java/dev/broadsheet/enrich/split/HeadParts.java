package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Healing;
import dev.broadsheet.enrich.split.HeadLines.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells kicker, headline, subheads and column of one headline group apart.
final class HeadParts {
  /// A head and the rows that each part came from.
  record Parts(
      ArticleDraft.Head head,
      List<Integer> kickers,
      List<Integer> subheads,
      List<Integer> columns) {}

  /// Lines of one headline that stand close have about as many characters.
  private static final int PARALLEL = 2;

  private static final int LITTLE = 3;

  private final List<Line> lines;
  private final List<Integer> kickers = new ArrayList<>();
  private final List<Integer> subheads = new ArrayList<>();
  private final List<Integer> columns = new ArrayList<>();

  private HeadParts(List<Line> lines) {
    this.lines = lines;
  }

  static Parts of(List<Line> rows) {
    return new HeadParts(HeadLines.of(rows)).parts();
  }

  private Parts parts() {
    int main = main();
    List<String> headline = new ArrayList<>();
    List<String> kicker = new ArrayList<>();
    List<String> below = new ArrayList<>();
    List<String> column = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (i == main ? StandingTitles.isLabel(line.text()) : isColumnBeside(i, main)) {
        column.add(line.text());
        columns.add(line.row());
      } else if (i == main || isSameHeadline(i, main)) {
        headline.add(line.text());
      } else if (i < main) {
        kicker.add(line.text());
        kickers.add(line.row());
      } else {
        below.add(line.text());
        subheads.add(line.row());
      }
    }
    return inline(headline, kicker, below, column);
  }

  private boolean isColumnBeside(int i, int main) {
    return StandingTitles.contains(lines.get(i).text()) || (i < main && isColumn(i));
  }

  /// A kicker may stand on the row of its headline.
  private Parts inline(
      List<String> headline, List<String> kicker, List<String> below, List<String> column) {
    String text = String.join(" ", headline);
    int cut = kicker.isEmpty() ? HeadSigns.kickerEnd(text) : 0;
    String above = String.join(kickerGlue(kicker), kicker);
    String kick = cut > 0 ? text.substring(0, cut).strip() : above.isEmpty() ? null : above;
    String main = HeadSigns.undashed(cut > 0 ? text.substring(cut).strip() : text);
    ArticleDraft.Head head =
        new ArticleDraft.Head(main.isEmpty() ? null : main, kick, below, orNull(column));
    return new Parts(head, kickers, subheads, columns);
  }

  private static String kickerGlue(List<String> kicker) {
    return kicker.size() > 1 && kicker.stream().allMatch(k -> k.length() <= 12) ? "" : " ";
  }

  private static @Nullable String orNull(List<String> texts) {
    return texts.isEmpty() ? null : String.join(" ", texts);
  }

  private int main() {
    if (lines.size() == 1) {
      return 0;
    }
    int best = 0;
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < lines.size(); i++) {
      double score = weight(i);
      if (score > top) {
        top = score;
        best = i;
      }
    }
    return best;
  }

  private double weight(int i) {
    Line line = lines.get(i);
    String text = line.text();
    double score = Math.min(line.affinity(), 8) * 0.12;
    score += text.length() >= 7 ? 1 : text.length() >= 5 ? 0 : -1.5;
    score -= text.length() > 28 ? 0.8 : 0;
    score += HeadSigns.isCouplet(text) ? 1 : 0;
    score -= Math.max(0, i - 1) * 0.35;
    score -= HeadSigns.isDashed(text) ? 5 : 0;
    score -= HeadSigns.isSubtitle(text) ? 3 : 0;
    score -= lines.size() > 1 && HeadSigns.endsWithColon(text) ? 4 : 0;
    score -= HeadSigns.isLeadIn(text) || HeadSigns.isAsked(text) ? 3 : 0;
    score -= HeadSigns.isName(text) && text.length() <= 20 ? 2 : 0;
    score -= HeadSigns.isMarked(text) ? 2 : 0;
    score -= StandingTitles.contains(text) ? 5 : 0;
    score -= lines.size() > 1 && HeadSigns.endsWithDash(text) ? 4 : 0;
    score -= isColumn(i) ? 0.8 : 0;
    score -= text.chars().filter(c -> c == '，' || c == ',' || c == '、').count() * 0.5;
    return score + rank(i) + fact(i);
  }

  /// The headline is set larger than its kicker, so it is shorter; of two lines, a much longer
  /// second is a subhead, unless the first is a mere word.
  private double rank(int i) {
    if (i > 0 && lines.get(i).text().length() <= lines.get(i - 1).text().length() - 2) {
      return 1;
    }
    if (lines.size() != 2 || HeadSigns.isSubtitle(lines.get(1).text())) {
      return 0;
    }
    int first = lines.getFirst().text().length();
    boolean longer = lines.get(1).text().length() >= first + 4;
    return longer && (first > 8) == (i == 0) ? 1 : 0;
  }

  /// The line that states the fact is the headline, unless it is the longer line above a slogan.
  private double fact(int i) {
    String text = lines.get(i).text();
    if (!HeadSigns.isEvent(text)) {
      return 0;
    }
    boolean kicker = i + 1 < lines.size() && isKickerOf(text, lines.get(i + 1).text());
    return kicker ? -1 : HeadSigns.isFact(text) ? 1.5 : 0;
  }

  private static boolean isKickerOf(String fact, String below) {
    return !HeadSigns.isSubtitle(below)
        && (HeadSigns.isCouplet(below) || fact.length() >= below.length() - LITTLE)
        && below.indexOf('，') < 0;
  }

  /// Two lines without a sign of rank are one headline.
  private boolean isSameHeadline(int i, int main) {
    boolean pair = lines.size() == 2 || lines.get(Math.max(i, main)).gap() <= 0;
    int longer = lines.get(i).text().length() - lines.get(main).text().length();
    return pair
        && Math.abs(i - main) == 1
        && Math.abs(longer) <= (lines.get(Math.max(i, main)).gap() <= 0 ? PARALLEL : 0)
        && !isColumn(i)
        && !HeadSigns.isSubtitle(lines.get(i).text())
        && !HeadSigns.isAsked(lines.get(i).text())
        && Math.abs(weight(i) - weight(main)) < 0.9;
  }

  private boolean isColumn(int i) {
    Line line = lines.get(i);
    String text = line.text();
    int space = text.indexOf(' ');
    boolean halves = space >= 3 && space <= 6 && text.length() == space * 2 + 1;
    return HeadSigns.isMarked(text)
        || (lines.size() > 1
            && text.length() <= 6
            && line.affinity() < 4
            && !HeadSigns.isName(text))
        || (lines.size() > 2 && halves && i == 0);
  }

  /// Whether it reads as the line below a headline.
  static boolean isSubtitle(String text) {
    return HeadSigns.isSubtitle(text);
  }

  /// The text of a display row as a part of a head.
  static String clean(String text) {
    return Healing.line(text);
  }
}
