package dev.broadsheet.enrich.split;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Parts the display rows between two stretches into groups that belong to one stretch each, by the
/// words that they share with the bodies and by where they stand.
final class HeadRuns {
  /// Label of a group that belongs to no stretch.
  static final int NONE = -1;

  /// Display rows and bylines that go together.
  ///
  /// @param stretch index of the stretch, or `NONE`
  /// @param rows in order of the text
  /// @param score how well they go together
  /// @param gap index of the stretch that the run stands above
  record Group(int stretch, List<Integer> rows, List<Double> affinity, double score, int gap) {}

  private static final double STRANGER = -1.5;
  private static final double POINTED = 5;

  /// What a row must share with a stretch that it does not stand at, and with one that has no
  /// headline yet.
  private static final double STRONG = 5;

  private static final double NEEDED = 3;
  private static final int MOST_STRANGERS = 6;
  private static final double FADE = 0.4;
  private static final double HOMELESS = 0.6;

  /// A byline belongs to some article.
  private static final double UNSIGNED = -0.5;

  private final Page page;
  private final Vocabulary vocabulary;
  private final List<Stretch> stretches;
  private final BylinePlaces bylines;
  private final List<Pulls> affinities = new ArrayList<>();
  private final BitSet pointed = new BitSet();
  private final BitSet headless = new BitSet();
  private double before = 1.5;
  private double after = 0.5;

  HeadRuns(Page page, Vocabulary vocabulary, List<Stretch> stretches) {
    this.page = page;
    this.vocabulary = vocabulary;
    this.stretches = stretches;
    this.bylines = new BylinePlaces(page, stretches);
  }

  /// All groups of the page, in order of the text.
  List<Group> groups() {
    List<String> texts = new ArrayList<>();
    for (Stretch stretch : stretches) {
      stretch.above().forEach(row -> texts.add(HeadParts.clean(page.text(row))));
    }
    Affinity affinity =
        new Affinity(vocabulary, texts, stretches.stream().map(Stretch::paragraphs).toList());
    affinities.addAll(affinity.ofAll());
    stretches.forEach(stretch -> point(stretch.above()));
    learnOrder();
    List<Group> groups = cutAll();
    BitSet headed = new BitSet();
    groups.stream().map(Group::stretch).filter(s -> s != NONE).forEach(headed::set);
    for (int s = 0; s < stretches.size(); s++) {
      if (!headed.get(s) && !stretches.get(s).paragraphs().isEmpty()) {
        headless.set(s);
      }
    }
    return headless.isEmpty() ? groups : cutAll();
  }

  /// A display row with a page pointer behind it announces an article on that page.
  private void point(List<Integer> rows) {
    for (int i = 0; i < rows.size(); i++) {
      Pointers pointer = page.pointer(rows.get(i));
      if (pointer == null || pointer.kind() != Pointers.Kind.SEE) {
        continue;
      }
      pointed.set(rows.get(i));
      for (int k = i - 1, near = 1; k >= 0 && k >= i - 3 && near > 0; k--) {
        pointed.set(rows.get(k));
        near = page.gap(rows.get(k)) <= 0 ? 1 : 0;
      }
    }
  }

  private List<Group> cutAll() {
    List<Group> groups = new ArrayList<>();
    int first = 0;
    for (int s = 0; s < stretches.size(); s++) {
      List<Integer> rows = stretches.get(s).above();
      if (!rows.isEmpty()) {
        groups.addAll(cut(rows, first, s));
      }
      first += rows.size();
    }
    return groups;
  }

  /// Whether this page prints headlines above or below their bodies, told by the runs whose words
  /// leave no doubt.
  private void learnOrder() {
    int index = 0;
    int above = 0;
    int below = 0;
    for (int s = 0; s < stretches.size(); s++) {
      double up = 0;
      double down = 0;
      for (int i = 0; i < stretches.get(s).above().size(); i++, index++) {
        up += affinities.get(index).of(s - 1);
        down += affinities.get(index).of(s);
      }
      above += up > down + 4 ? 1 : 0;
      below += down > up + 4 ? 1 : 0;
    }
    double lean = Math.log((below + 2.0) / (above + 1.0));
    before = 1 + Math.clamp(lean, -1.0, 1.5);
    after = 1 - Math.clamp(lean, -1.0, 1.5);
  }

  private List<Group> cut(List<Integer> rows, int first, int s) {
    List<Integer> labels = labels(rows.size(), first, s);
    int n = rows.size();
    int k = labels.size();
    double[][] best = new double[n][k];
    int[][] from = new int[n][k];
    for (int i = 0; i < n; i++) {
      double stay = i == 0 ? 0 : stay(rows, i);
      double change = i == 0 ? 0 : change(rows, i);
      for (int l = 0; l < k; l++) {
        double emission = fit(rows.get(i), first + i, labels.get(l), s, i, n - 1 - i);
        best[i][l] = emission;
        if (i > 0) {
          for (int b = 0; b < k; b++) {
            double total = best[i - 1][b] - (b == l ? stay : change);
            if (b == 0 || total + emission > best[i][l]) {
              best[i][l] = total + emission;
              from[i][l] = b;
            }
          }
        }
      }
    }
    return trace(rows, labels, best, from, first, s);
  }

  private List<Group> trace(
      List<Integer> rows, List<Integer> labels, double[][] best, int[][] from, int first, int s) {
    int n = rows.size();
    int l = 0;
    for (int k = 1; k < labels.size(); k++) {
      l = best[n - 1][k] > best[n - 1][l] ? k : l;
    }
    int[] path = new int[n];
    for (int i = n - 1; i >= 0; i--) {
      path[i] = l;
      l = from[i][l];
    }
    List<Group> groups = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= n; i++) {
      if (i == n || path[i] != path[start]) {
        int label = labels.get(path[start]);
        double score = 0;
        for (int j = start; j < i; j++) {
          score += fit(rows.get(j), first + j, label, s, j, n - 1 - j);
        }
        groups.add(
            new Group(
                label,
                List.copyOf(rows.subList(start, i)),
                pulls(first + start, first + i, label),
                score,
                s));
        start = i;
      }
    }
    return groups;
  }

  private List<Double> pulls(int from, int to, int label) {
    List<Double> pulls = new ArrayList<>(to - from);
    affinities.subList(from, to).forEach(pulled -> pulls.add(pulled.of(label)));
    return pulls;
  }

  /// A blank line is where another group may begin, and so is a headline below a byline.
  private double change(List<Integer> rows, int i) {
    int gap = page.gap(rows.get(i));
    return bylines.isBelowByline(rows, i) ? 0.4 : gap >= 2 ? 0.6 : gap == 1 ? 1 : 1.5;
  }

  private double stay(List<Integer> rows, int i) {
    return bylines.isBelowByline(rows, i) ? 1.2 : 0;
  }

  private double fit(int row, int index, int label, int s, int up, int down) {
    if (label == NONE) {
      return pointed.get(row) ? POINTED : page.isDisplay(row) ? HOMELESS : UNSIGNED;
    }
    if (page.isByline(row)) {
      return bylines.fit(row, label, s, up);
    }
    double near = label == s ? before - FADE * down : label == s - 1 ? after - FADE * up : STRANGER;
    double photo = label == s - 1 && bylines.isPhotoRun(s) ? 2 : 0;
    double need = photo + (headless.get(label) ? 1.5 : 0);
    return near + need + affinities.get(index).of(label) * 0.6;
  }

  /// The neighbours, no one, and the strangers that some row shares rare words with.
  private List<Integer> labels(int size, int first, int s) {
    Map<Integer, Double> strangers = new HashMap<>();
    for (int i = 0; i < size; i++) {
      Pulls pulls = affinities.get(first + i);
      for (int k = 0; k < pulls.size(); k++) {
        int stretch = pulls.text(k);
        if (stretch != s
            && stretch != s - 1
            && pulls.weight(k) >= (headless.get(stretch) ? NEEDED : STRONG)) {
          strangers.merge(stretch, pulls.weight(k), Math::max);
        }
      }
    }
    List<Integer> labels = new ArrayList<>();
    labels.add(NONE);
    if (!stretches.get(s).paragraphs().isEmpty()) {
      labels.add(s);
    }
    if (s > 0 && !stretches.get(s - 1).paragraphs().isEmpty()) {
      labels.add(s - 1);
    }
    if (strangers.isEmpty()) {
      return labels;
    }
    strangers.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_STRANGERS)
        .forEach(e -> labels.add(e.getKey()));
    return labels;
  }
}
