package dev.broadsheet.enrich.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds where a text that breaks off goes on elsewhere on the page: the halves of a sentence may
/// stand far apart, with another article between them.
final class Continuations {
  private static final double ENOUGH = 2.2;
  private static final int REACH = 40;

  private final Page page;
  private final Vocabulary vocabulary;
  private final List<Stretch> stretches;

  /// A paragraph in its stretch.
  private record Place(Stretch stretch, int paragraph) {}

  private record Match(Stretch open, Place start, double score) {}

  Continuations(Page page, Vocabulary vocabulary, List<Stretch> stretches) {
    this.page = page;
    this.vocabulary = vocabulary;
    this.stretches = stretches;
  }

  /// The stretches, with what goes on elsewhere cut off and marked with where it belongs.
  List<Stretch> find() {
    List<Match> matches = new ArrayList<>();
    for (int s = 0; s < stretches.size(); s++) {
      if (isOpen(stretches.get(s))) {
        candidates(s, matches);
      }
    }
    matches.sort(Comparator.comparingDouble(Match::score).reversed());
    Set<Stretch> opened = new HashSet<>();
    Set<Place> started = new HashSet<>();
    List<Match> chosen = new ArrayList<>();
    for (Match match : matches) {
      if (!opened.contains(match.open()) && !started.contains(match.start())) {
        opened.add(match.open());
        started.add(match.start());
        chosen.add(match);
      }
    }
    return cut(chosen);
  }

  private static boolean isOpen(Stretch stretch) {
    return !stretch.paragraphs().isEmpty()
        && !stretch.isJumped()
        && !stretch.paragraphs().getLast().ending().isEnd();
  }

  private void candidates(int s, List<Match> matches) {
    int paragraphs = 0;
    for (int t = s + 1; t < stretches.size() && paragraphs < REACH; t++) {
      Stretch other = stretches.get(t);
      for (int p = 0; p < other.paragraphs().size() && paragraphs < REACH; p++, paragraphs++) {
        double score = fit(stretches.get(s), other, p) - paragraphs * 0.05;
        if (score > ENOUGH) {
          matches.add(new Match(stretches.get(s), new Place(other, p), score));
        }
      }
    }
  }

  private double fit(Stretch open, Stretch other, int p) {
    Paragraph start = other.paragraphs().get(p);
    if (start.isLead() || (p > 0 && !other.paragraphs().get(p - 1).ending().isEnd())) {
      return -9;
    }
    String before = open.paragraphs().getLast().text();
    String text = start.text();
    RowFacts row = page.row(start.rows().getFirst());
    double score = indent(row);
    score += page.pairs().across(before, text) >= 1 ? 1.2 : 0;
    score += RowFacts.isRest(text) ? 2 : RowFacts.isTail(text) ? 1 : 0;
    score -= Openings.isDated(text) ? 1 : 0;
    score -= RowFacts.isSpeech(text) && !RowFacts.isRest(text) ? 2 : 0;
    score += p == 0 ? above(other) : 0;
    score += measure(open.paragraphs().getLast().measure(), start.measure());
    if (score < ENOUGH - 2.5) {
      return score;
    }
    List<Paragraph> tail = other.paragraphs().subList(p, other.paragraphs().size());
    double gain = vocabulary.cohesion(open.paragraphs(), tail);
    double loss =
        p == 0 ? Seams.SAME_ARTICLE : vocabulary.cohesion(other.paragraphs().subList(0, p), tail);
    return score + Math.clamp((gain - loss) * 40, -2.5, 2.5);
  }

  /// Where paragraphs are indented, a row that is not goes on with something.
  private double indent(RowFacts row) {
    if (!page.isIndented()) {
      return 0;
    }
    return row.row().indent() > 0 ? -4 : 2;
  }

  /// A stretch below a signature and not below a headline is left over from another text.
  private double above(Stretch other) {
    boolean display = other.above().stream().anyMatch(page::isDisplay);
    return display ? -1.5 : other.above().isEmpty() ? 0 : 1.2;
  }

  private static double measure(int a, int b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    return Math.abs(a - b) <= 4 ? 0.3 : -0.7;
  }

  private List<Stretch> cut(List<Match> chosen) {
    List<Stretch> all = new ArrayList<>();
    for (Stretch stretch : stretches) {
      List<Match> inside = new ArrayList<>();
      for (Match match : chosen) {
        if (match.start().stretch() == stretch) {
          inside.add(match);
        }
      }
      inside.sort(Comparator.comparingInt((Match m) -> m.start().paragraph()).reversed());
      List<Stretch> parts = new ArrayList<>();
      for (Match match : inside) {
        Stretch part =
            match.start().paragraph() == 0 ? stretch : stretch.splitAt(match.start().paragraph());
        part.goesOnFrom(match.open());
        if (part != stretch) {
          parts.addFirst(part);
        }
      }
      parts.addFirst(stretch);
      all.addAll(parts);
    }
    return all;
  }
}
