package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.LetterSpacing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much the words of a display row point to each of some texts. Pairs that only one text has
/// count most: names and subjects.
final class Affinity {
  private static final int MOST_TEXTS = 16;
  private static final double CAP = 12;
  private static final int[] NOWHERE = {0};
  private static final int[] EVERYWHERE = {-1};

  private final int texts;

  /// For each pair of the display rows how many texts have it, and which; null for other pairs.
  private final int[] @Nullable [] where;

  private final List<int[]> displays = new ArrayList<>();

  /// @param displays texts of the display rows
  /// @param bodies the paragraphs of each text
  Affinity(Vocabulary vocabulary, List<String> displays, List<List<Paragraph>> bodies) {
    this.texts = bodies.size();
    for (String display : displays) {
      this.displays.add(vocabulary.pairs(LetterSpacing.close(display)));
    }
    this.where = new int[vocabulary.size()][];
    for (int[] display : this.displays) {
      for (int pair : display) {
        if (pair != Pairs.NONE) {
          where[pair] = NOWHERE;
        }
      }
    }
    for (int t = 0; t < texts; t++) {
      for (Paragraph paragraph : bodies.get(t)) {
        locate(vocabulary.words(paragraph), t);
      }
    }
  }

  private void locate(int[] paragraph, int text) {
    for (int pair : paragraph) {
      int[] list = pair < where.length ? where[pair] : null;
      if (list == null || list[0] < 0 || (list[0] > 0 && list[list[0]] == text)) {
        continue;
      }
      if (list[0] == MOST_TEXTS) {
        where[pair] = EVERYWHERE;
        continue;
      }
      int[] longer = list.length > list[0] + 1 ? list : Arrays.copyOf(list, list.length * 2);
      longer[0]++;
      longer[longer[0]] = text;
      where[pair] = longer;
    }
  }

  /// Affinity of the display row at a place to each text that shares a pair with it.
  private Pulls of(int display) {
    Pulls pulls = new Pulls();
    for (int pair : displays.get(display)) {
      int[] list = pair == Pairs.NONE ? null : where[pair];
      if (list != null && list[0] > 0) {
        double weight = Math.log((texts + 1.0) / list[0]);
        for (int k = 1; k <= list[0]; k++) {
          pulls.add(list[k], weight, CAP);
        }
      }
    }
    return pulls;
  }

  /// The same of all display rows, in their order.
  List<Pulls> ofAll() {
    List<Pulls> all = new ArrayList<>(displays.size());
    for (int i = 0; i < displays.size(); i++) {
      all.add(of(i));
    }
    return all;
  }
}
