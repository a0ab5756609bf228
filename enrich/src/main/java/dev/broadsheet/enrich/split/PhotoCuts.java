package dev.broadsheet.enrich.split;

import java.util.ArrayList;
import java.util.List;

/// Cuts the text of a photo off the article above it: a photographer's credit follows directly, and
/// the words are others.
final class PhotoCuts {
  private static final double OTHER_WORDS = 0.035;
  private static final int SHORTEST_REST = 120;
  private static final int LONGEST = 260;

  private final Page page;
  private final Vocabulary vocabulary;

  PhotoCuts(Page page, Vocabulary vocabulary) {
    this.page = page;
    this.vocabulary = vocabulary;
  }

  List<Stretch> cut(List<Stretch> stretches) {
    List<Stretch> all = new ArrayList<>();
    for (int s = 0; s < stretches.size(); s++) {
      Stretch stretch = stretches.get(s);
      all.add(stretch);
      int last = stretch.paragraphs().size() - 1;
      boolean credited =
          (s + 1 < stretches.size() && isCredited(stretches.get(s + 1).above()))
              || (last > 0 && BylineRows.endsWithCredit(stretch.paragraphs().get(last).text()));
      if (credited && last > 0 && stretch.paragraphs().get(last).length() <= LONGEST) {
        List<Paragraph> caption = stretch.paragraphs().subList(last, last + 1);
        List<Paragraph> rest = stretch.paragraphs().subList(0, last);
        boolean closed =
            rest.stream().mapToInt(Paragraph::length).sum() >= SHORTEST_REST
                && rest.getLast().ending().isEnd();
        if (closed && vocabulary.cohesion(rest, caption) < OTHER_WORDS) {
          all.add(stretch.splitAt(last));
        }
      }
    }
    return all;
  }

  /// Whether a photo credit is the first of the rows, or the second behind a display row.
  private boolean isCredited(List<Integer> rows) {
    for (int i = 0; i < Math.min(2, rows.size()); i++) {
      if (page.isByline(rows.get(i)) && BylineRows.isPhotoCredit(page.text(rows.get(i)))) {
        return true;
      }
    }
    return false;
  }
}
