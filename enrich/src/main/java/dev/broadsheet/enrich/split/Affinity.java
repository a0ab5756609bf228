package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.LetterSpacing;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much the words of a display row point to each stretch. Pairs that only one stretch has count
/// most: names and subjects.
final class Affinity {
  private static final int MOST_STRETCHES = 16;
  private static final double CAP = 12;

  private final Map<Integer, int[]> where = new HashMap<>();
  private final BitSet wanted = new BitSet();
  private final int stretches;

  /// @param displays texts of the display rows
  Affinity(List<String> displays, List<Stretch> stretches) {
    this(displays, stretches.stream().map(Stretch::paragraphs).toList(), stretches.size());
  }

  private Affinity(List<String> displays, List<List<Paragraph>> bodies, int stretches) {
    this.stretches = stretches;
    for (String spaced : displays) {
      String display = LetterSpacing.close(spaced);
      for (int i = 1; i < display.length(); i++) {
        if (Vocabulary.isPair(display, i)) {
          where.putIfAbsent(pair(display, i), new int[] {0});
          wanted.set(Vocabulary.slot(display, i));
        }
      }
    }
    for (int s = 0; s < bodies.size(); s++) {
      for (Paragraph paragraph : bodies.get(s)) {
        locate(paragraph.text(), s);
      }
    }
  }

  /// Affinity to each of some lists of paragraphs.
  static Affinity ofParagraphs(List<String> displays, List<List<Paragraph>> bodies) {
    return new Affinity(displays, bodies, bodies.size());
  }

  private void locate(String text, int stretch) {
    for (int i = 1; i < text.length(); i++) {
      if (!Vocabulary.isPair(text, i) || !wanted.get(Vocabulary.slot(text, i))) {
        continue;
      }
      int[] list = where.get(pair(text, i));
      if (list == null || list[0] < 0 || (list[0] > 0 && list[list[0]] == stretch)) {
        continue;
      }
      if (list[0] == MOST_STRETCHES) {
        list[0] = -1;
        continue;
      }
      int[] longer = list.length > list[0] + 1 ? list : Arrays.copyOf(list, list.length * 2);
      longer[0]++;
      longer[longer[0]] = stretch;
      where.put(pair(text, i), longer);
    }
  }

  private static int pair(String text, int i) {
    return text.charAt(i - 1) << 16 | text.charAt(i);
  }

  /// Affinity of a display row to each stretch that shares a pair with it.
  Pulls of(String spaced) {
    String display = LetterSpacing.close(spaced);
    Pulls pulls = new Pulls();
    for (int i = 1; i < display.length(); i++) {
      int[] list = Vocabulary.isPair(display, i) ? where.get(pair(display, i)) : null;
      for (int k = 1; list != null && k <= list[0]; k++) {
        pulls.add(list[k], Math.log((stretches + 1.0) / list[0]), CAP);
      }
    }
    return pulls;
  }
}
