package dev.broadsheet.enrich.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// Where headlines claim a part of a stretch: one shares its rare words with the paragraphs from
/// some place on and with none before, while the paragraphs before have a headline of their own.
///
/// Headlines stand above the next stretch, at the end of the page, or inside a sentence of another
/// article. Each claims one place of a stretch at most.
final class Claims {
  private static final double FEWEST = 5;
  private static final double MOST = 10;
  private static final double POSITION = 1;
  private static final double FEWEST_OTHERS = 3;
  private static final double FIRST_WORDS = 0.4;
  private static final int MOST_PARAGRAPHS = 60;
  private static final int MOST_DISPLAYS = 20;

  private final Page page;
  private final Vocabulary vocabulary;
  private final List<Stretch> stretches;
  private final List<Integer> displays = new ArrayList<>();
  private final List<Pulls> pulls = new ArrayList<>();
  private final int[] owners;
  private final int[] firsts;
  private final int[] starts;
  private final double[] claims;
  private final SingleCharacters singles;

  private Claims(Page page, Vocabulary vocabulary, List<Stretch> stretches) {
    this.page = page;
    this.vocabulary = vocabulary;
    this.stretches = stretches;
    this.owners = new int[page.size()];
    this.firsts = new int[stretches.size() + 1];
    this.starts = new int[stretches.size() + 1];
    this.claims = new double[stretches.stream().mapToInt(s -> s.paragraphs().size()).sum()];
    this.singles = new SingleCharacters(stretches);
  }

  /// How strongly headlines speak for a new article at each paragraph of the page, 0 to 5.
  static double[] of(Page page, Vocabulary vocabulary, List<Stretch> stretches) {
    Claims all = new Claims(page, vocabulary, stretches);
    all.read();
    for (int s = 0; s < stretches.size(); s++) {
      int size = stretches.get(s).paragraphs().size();
      if (size > 1 && size <= MOST_PARAGRAPHS) {
        all.weigh(s);
      }
    }
    return all.claims;
  }

  private void read() {
    List<List<Paragraph>> paragraphs = new ArrayList<>();
    for (int s = 0; s < stretches.size(); s++) {
      Stretch stretch = stretches.get(s);
      starts[s + 1] = starts[s] + stretch.paragraphs().size();
      firsts[s] = displays.size();
      stretch.paragraphs().forEach(p -> paragraphs.add(List.of(p)));
      for (int row : stretch.above()) {
        add(row, s, page.isDisplay(row));
      }
      for (int row : stretch.insets()) {
        add(row, s, page.pointer(row) == null);
      }
    }
    firsts[stretches.size()] = displays.size();
    List<String> texts = new ArrayList<>(displays.size());
    displays.forEach(row -> texts.add(page.text(row)));
    pulls.addAll(new Affinity(vocabulary, texts, paragraphs).ofAll());
  }

  private void add(int row, int stretch, boolean head) {
    String text = page.text(row);
    if (head
        && (HeadSigns.isDashed(text) || !HeadSigns.isSubtitle(text))
        && !Seams.isNumbered(text)
        && !StandingTitles.contains(text)
        && !Wording.isSlogan(text)) {
      displays.add(row);
      owners[row] = stretch;
    }
  }

  /// The display rows of a stretch, of the next one and at the end of the page, some of them where
  /// they are many.
  private List<Integer> near(int s) {
    List<Integer> near = new ArrayList<>();
    int last = stretches.size() - 1;
    int queue = stretches.get(last).paragraphs().isEmpty() ? last : s;
    for (int owner : new TreeSet<>(List.of(s, s + 1, queue))) {
      if (owner <= last) {
        int to = Math.min(firsts[owner + 1], firsts[owner] + MOST_DISPLAYS);
        for (int d = firsts[owner]; d < to; d++) {
          near.add(d);
        }
      }
    }
    return near;
  }

  private void weigh(int s) {
    List<Integer> near = near(s);
    List<Pull> rivals = new ArrayList<>();
    for (int d : near) {
      int row = displays.get(d);
      boolean above = owners[row] == s && stretches.get(s).above().contains(row);
      rivals.add(Pull.of(weights(d, s), above, home(d, s)));
    }
    for (int own = 0; own < rivals.size(); own++) {
      if (!rivals.get(own).above()) {
        claim(own, s, rivals);
      }
    }
  }

  private double[] weights(int d, int s) {
    double[] weights = new double[starts[s + 1] - starts[s]];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = pulls.get(d).of(starts[s] + i);
    }
    singles.add(page.text(displays.get(d)), stretches.get(s).paragraphs(), weights);
    return weights;
  }

  /// What the display row shares with the text that it stands above.
  private double home(int d, int s) {
    int owner = owners[displays.get(d)];
    return owner == s ? 0 : Arrays.stream(weights(d, owner)).sum();
  }

  /// Enters the claim of a display row at the place that looks most like the beginning of a text.
  private void claim(int own, int s, List<Pull> all) {
    List<Paragraph> paragraphs = stretches.get(s).paragraphs();
    Pull pull = all.get(own);
    List<Pull> rivals = new ArrayList<>(all);
    rivals.remove(own);
    int first = pull.first();
    int best = -1;
    double top = 0;
    double claim = 0;
    for (int i = first; i > 0; i--) {
      double value = value(pull, i, rivals);
      if (value <= 0) {
        continue;
      }
      double taken = 0;
      for (Pull rival : rivals) {
        taken = Math.max(taken, rival.above() ? 0 : rival.sum(i, first));
      }
      double place = value - taken + place(paragraphs, i);
      if (best < 0 || place > top) {
        best = i;
        top = place;
        claim = value;
      }
    }
    if (best > 0) {
      int at = starts[s] + best;
      claims[at] = Math.max(claims[at], claim);
    }
  }

  private static double value(Pull pull, int at, List<Pull> rivals) {
    double own = pull.from(at);
    if (own < FEWEST || own < pull.home()) {
      return 0;
    }
    double rest = 0;
    for (Pull rival : rivals) {
      rest = Math.max(rest, (rival.above() ? POSITION : 0) - rival.from(at));
    }
    return rest < FEWEST_OTHERS
        ? 0
        : Math.clamp(0.5 * Math.min(MOST, own) + 0.4 * Math.min(MOST, rest) - 2.2, 0, 5);
  }

  /// How much a paragraph looks like the first of a text.
  private double place(List<Paragraph> all, int at) {
    double cohesion =
        vocabulary.cohesion(
            all.subList(Math.max(0, at - 4), at), all.subList(at, Math.min(all.size(), at + 4)));
    return -20 * cohesion
        - Wording.leadsOn(all.get(at).text())
        + (all.get(at).isVerse() == all.get(at - 1).isVerse() ? 0 : 2)
        - (all.get(at - 1).ending().isEnd() ? 0 : 5);
  }

  /// What a display row shares with the paragraphs of a stretch.
  ///
  /// @param sums of the first paragraphs, from none to all
  /// @param first the first paragraph that it shares much with
  /// @param above whether it stands above the stretch
  /// @param home what it shares with the stretch that it stands above
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Pull(double[] sums, int first, boolean above, double home) {
    static Pull of(double[] weights, boolean above, double home) {
      double[] sums = new double[weights.length + 1];
      double most = 0;
      for (int i = 0; i < weights.length; i++) {
        sums[i + 1] = sums[i] + weights[i];
        most = Math.max(most, weights[i]);
      }
      int first = 0;
      while (first < weights.length - 1 && weights[first] < most * FIRST_WORDS) {
        first++;
      }
      return new Pull(sums, first, above, home);
    }

    double sum(int from, int to) {
      return sums[to] - sums[from];
    }

    /// How much more it shares with the paragraphs from `at` on than with those before.
    double from(int at) {
      double after = sum(at, sums.length - 1);
      double before = sum(0, at);
      return after >= before ? after - 2 * before : Math.min(0, 2 * after - before);
    }
  }
}
