package dev.broadsheet.enrich.split;

import java.util.List;

/// Where bylines between two stretches belong, and what they tell about the display rows beside
/// them.
final class BylinePlaces {
  private static final int LEAD = 40;

  private final Page page;
  private final List<Stretch> stretches;
  private int run = -1;
  private boolean photo;

  BylinePlaces(Page page, List<Stretch> stretches) {
    this.page = page;
    this.stretches = stretches;
  }

  /// Whether row `i` of a run is a headline below a byline, so that another group begins.
  boolean isBelowByline(List<Integer> rows, int i) {
    return page.isDisplay(rows.get(i))
        && page.isByline(rows.get(i - 1))
        && !opensCommentary(rows.get(i - 1))
        && !BylineRows.isPhotoCredit(page.text(rows.get(i - 1)));
  }

  /// A photo without a headline above has it below the credit: whether the run above stretch `s`
  /// opens with such a credit.
  boolean isPhotoRun(int s) {
    if (run != s) {
      int first = stretches.get(s).above().getFirst();
      run = s;
      photo =
          page.isByline(first)
              && BylineRows.isPhotoCredit(page.text(first))
              && stretches.get(s - 1).above().stream().noneMatch(page::isDisplay);
    }
    return photo;
  }

  /// How well a byline above stretch `s` goes with the stretch `label`: a credit or a signature
  /// directly below a body belongs to it; a body with a 讯头 names its reporter there.
  double fit(int row, int label, int s, int up) {
    if (label == s - 1) {
      return up > 0 ? 0 : isSigned(row) ? 4 : closesBody(row, s) ? 2 : isAlone(s) ? 0.5 : 0;
    }
    return label == s && stretches.get(s).isLed() ? -1 : 0;
  }

  private boolean isSigned(int row) {
    String text = page.text(row);
    return BylineRows.isPhotoCredit(text) || text.startsWith("（") || text.startsWith("(");
  }

  /// Between two bodies a byline rather closes the one above.
  private boolean isAlone(int s) {
    return stretches.get(s).above().size() == 1 && !hasReporter(stretches.get(s - 1));
  }

  /// A byline between a body that has none in its lead and a headline, or set closer to the body
  /// than to what is below.
  private boolean closesBody(int row, int s) {
    if (row + 1 >= page.size() || opensCommentary(row) || hasReporter(stretches.get(s - 1))) {
      return false;
    }
    return page.isDisplay(row + 1) || (page.gap(row) <= 0 && page.gap(row + 1) > 0);
  }

  /// `本报评论员` opens a commentary and closes no report.
  private boolean opensCommentary(int row) {
    return page.text(row).endsWith("评论员");
  }

  private static boolean hasReporter(Stretch stretch) {
    if (stretch.paragraphs().isEmpty()) {
      return false;
    }
    String text = stretch.paragraphs().getFirst().text();
    String lead = text.substring(0, Math.min(LEAD, text.length()));
    return stretch.isLed() && (lead.contains("记者") || lead.contains("通讯员"));
  }
}
