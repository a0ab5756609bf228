package dev.broadsheet.enrich.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Cuts a stretch in two when two headlines claim its parts: one shares its rare words with the
/// first paragraphs only, the other with those from some paragraph on.
final class ClaimedCuts {
  private static final double CLAIM = 5;
  private static final double OTHER_CLAIM = 3;
  private static final double OTHER_WORDS = 0.025;
  private static final int MOST_PARAGRAPHS = 60;

  private final Page page;
  private final Vocabulary vocabulary;
  private final List<Stretch> stretches;
  private final List<Integer> displays = new ArrayList<>();
  private final List<Map<Integer, Double>> pulls = new ArrayList<>();
  private final int[] owners;

  ClaimedCuts(Page page, Vocabulary vocabulary, List<Stretch> stretches) {
    this.page = page;
    this.vocabulary = vocabulary;
    this.stretches = stretches;
    this.owners = new int[page.size()];
  }

  /// The stretches, cut where headlines claim parts of them.
  List<Stretch> cut() {
    List<List<Paragraph>> paragraphs = new ArrayList<>();
    for (int s = 0; s < stretches.size(); s++) {
      stretches.get(s).paragraphs().forEach(p -> paragraphs.add(List.of(p)));
      for (int row : stretches.get(s).above()) {
        if (page.isDisplay(row) && !HeadParts.isSubtitle(page.text(row))) {
          displays.add(row);
          owners[row] = s;
        }
      }
    }
    Affinity affinity =
        Affinity.ofParagraphs(displays.stream().map(page::text).toList(), paragraphs);
    displays.forEach(row -> pulls.add(affinity.of(page.text(row))));
    List<Stretch> cut = new ArrayList<>();
    int first = 0;
    for (int s = 0; s < stretches.size(); s++) {
      int size = stretches.get(s).paragraphs().size();
      cut.addAll(cut(stretches.get(s), s, first));
      first += size;
    }
    return cut;
  }

  private List<Stretch> cut(Stretch stretch, int s, int first) {
    int size = stretch.paragraphs().size();
    TreeSet<Integer> places = new TreeSet<>(Comparator.reverseOrder());
    if (size > 1 && size <= MOST_PARAGRAPHS) {
      for (int d = 0; d < displays.size(); d++) {
        int owner = owners[displays.get(d)];
        if (owner == s + 1 || (owner != s && owner == stretches.size() - 1)) {
          int place = claim(d, first, size);
          if (place > 0 && stands(stretch, place, d, first)) {
            places.add(place);
          }
        }
      }
    }
    List<Stretch> parts = new ArrayList<>();
    for (int place : places) {
      parts.addFirst(stretch.splitAt(place));
    }
    parts.addFirst(stretch);
    return parts;
  }

  /// The first paragraph of the part that a display row claims, as an index in the stretch.
  private int claim(int d, int first, int size) {
    Map<Integer, Double> pull = pulls.get(d);
    double top = 0;
    for (int i = 0; i < size; i++) {
      top = Math.max(top, pull.getOrDefault(first + i, 0.0));
    }
    double elsewhere = top;
    for (double other : pull.values()) {
      elsewhere = Math.max(elsewhere, other);
    }
    if (top < CLAIM || elsewhere > top) {
      return -1;
    }
    for (int i = 0; i < size; i++) {
      if (pull.getOrDefault(first + i, 0.0) >= top * 0.4) {
        return i;
      }
    }
    return -1;
  }

  private boolean stands(Stretch stretch, int place, int d, int first) {
    List<Paragraph> all = stretch.paragraphs();
    if (!all.get(place - 1).ending().isEnd()
        || sum(d, first, first + place) * 2 > sum(d, first + place, first + all.size())) {
      return false;
    }
    if (vocabulary.cohesion(all.subList(0, place), all.subList(place, all.size())) > OTHER_WORDS) {
      return false;
    }
    for (int e = 0; e < displays.size(); e++) {
      double before = e == d ? 0 : sum(e, first, first + place);
      if (before >= OTHER_CLAIM && before >= 2 * sum(e, first + place, first + all.size())) {
        return true;
      }
    }
    return false;
  }

  private double sum(int d, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += pulls.get(d).getOrDefault(i, 0.0);
    }
    return sum;
  }
}
