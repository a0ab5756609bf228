package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Healing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A numbered crosshead that was printed away from its section goes back: behind the section with
/// the number before, above the paragraph that it shares most words with.
final class StrayCrossheads {
  private static final int MOST_TRIES = 40;

  private final Page page;
  private final Vocabulary vocabulary;

  StrayCrossheads(Page page, Vocabulary vocabulary) {
    this.page = page;
    this.vocabulary = vocabulary;
  }

  /// Moves stray crossheads into the stretches that miss them.
  void put(List<Stretch> stretches) {
    int tries = 0;
    for (Stretch stretch : stretches) {
      first(stretch);
      for (int row : new ArrayList<>(stretch.above())) {
        if (page.isDisplay(row) && Seams.isNumbered(page.text(row)) && tries++ < MOST_TRIES) {
          Stretch target = missing(number(page.text(row)), stretches);
          if (target != null && insert(target, row)) {
            stretch.above().remove(Integer.valueOf(row));
          }
        }
      }
    }
    stretches.removeIf(stretch -> stretch.paragraphs().isEmpty() && stretch.above().isEmpty());
  }

  /// The first crosshead may stand directly below the headline.
  private void first(Stretch stretch) {
    if (stretch.above().size() < 2 || stretch.paragraphs().isEmpty()) {
      return;
    }
    int row = stretch.above().getLast();
    String text = page.text(row);
    if (page.isDisplay(row)
        && Seams.isNumbered(text)
        && number(text) == 1
        && section(stretch, 2) >= 0) {
      stretch.above().removeLast();
      stretch.paragraphs().addFirst(crosshead(row));
    }
  }

  private Paragraph crosshead(int row) {
    Paragraph crosshead = new Paragraph(Healing.line(page.text(row)), row, false, 0);
    crosshead.markCrosshead();
    return crosshead;
  }

  private static int number(String text) {
    int end = 0;
    int start = "（(第之".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
    while (start + end < text.length()
        && (Character.isDigit(text.charAt(start + end))
            || "一二三四五六七八九十".indexOf(text.charAt(start + end)) >= 0)) {
      end++;
    }
    Integer value = end == 0 || end > 3 ? null : Numerals.parse(text.substring(start, start + end));
    return value == null ? -1 : value;
  }

  private static @Nullable Stretch missing(int number, List<Stretch> stretches) {
    for (Stretch stretch : stretches) {
      if (section(stretch, number - 1) >= 0 && section(stretch, number) < 0) {
        return stretch;
      }
    }
    return null;
  }

  /// Index of the crosshead with a number, -1 for none.
  private static int section(Stretch stretch, int number) {
    List<Paragraph> paragraphs = stretch.paragraphs();
    for (int i = 0; number > 0 && i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      if (paragraph.isCrosshead()
          && Seams.isNumbered(paragraph.text())
          && number(paragraph.text()) == number) {
        return i;
      }
    }
    return -1;
  }

  private boolean insert(Stretch target, int row) {
    String text = page.text(row);
    int number = number(text);
    int from = section(target, number - 1) + 2;
    int next = section(target, number + 1);
    int to = next < 0 ? target.paragraphs().size() : next;
    int best = -1;
    double top = 0;
    for (int i = from; i < to; i++) {
      double shared = vocabulary.shared(text, target.paragraphs().get(i).text());
      if (shared > top) {
        top = shared;
        best = i;
      }
    }
    if (best < 0) {
      return false;
    }
    target.paragraphs().add(best, crosshead(row));
    return true;
  }
}
