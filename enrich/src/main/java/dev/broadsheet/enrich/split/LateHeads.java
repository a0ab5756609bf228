package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.split.Assembly.Cut;
import dev.broadsheet.enrich.split.HeadRuns.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives bodies without a headline what was left over: display rows without a body, rows that were
/// printed into the middle of another article, and rows in the head of another article that speak
/// of this one.
final class LateHeads {
  private static final double ENOUGH = 1.6;
  private static final double INSIDE = 1.2;
  private static final double STRANGE = 1.0;

  /// What speaks for a headline below a body when words do not.
  private static final double BELOW = 1.8;

  private static final int MOST_CANDIDATES = 400;

  /// Display rows that may be a headline.
  ///
  /// @param owner the article that has them now, or null
  /// @param handicap what speaks against moving them
  private record Candidate(List<Integer> rows, @Nullable Cut owner, double handicap) {}

  private record Match(Candidate candidate, Cut cut, double score, Map<Integer, Double> pulls) {}

  private final Page page;
  private final Vocabulary vocabulary;
  private final List<Cut> cuts;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Set<Integer> used = new HashSet<>();
  private final Set<Cut> headless = new HashSet<>();

  LateHeads(Page page, Vocabulary vocabulary, List<Cut> cuts) {
    this.page = page;
    this.vocabulary = vocabulary;
    this.cuts = cuts.stream().filter(cut -> !cut.bodies.isEmpty()).toList();
  }

  /// Places what it can, and returns the groups that stay without a body.
  List<Group> place(List<Group> loose) {
    cuts.stream().filter(this::isHeadless).forEach(headless::add);
    if (headless.isEmpty()) {
      return loose;
    }
    for (Group group : loose) {
      List<Integer> rows = group.rows().stream().filter(page::isDisplay).toList();
      if (!rows.isEmpty() && group.rows().stream().allMatch(row -> page.pointer(row) == null)) {
        candidates.add(new Candidate(rows, null, 0));
      }
    }
    cuts.forEach(this::inside);
    if (!candidates.isEmpty() && candidates.size() <= MOST_CANDIDATES) {
      matches().forEach(this::settle);
    }
    return loose.stream().filter(group -> group.rows().stream().noneMatch(used::contains)).toList();
  }

  /// Nothing above it, or a standing title at most.
  private boolean isHeadless(Cut cut) {
    return cut.display.stream().allMatch(this::isLabel);
  }

  private boolean isLabel(int row) {
    return StandingTitles.isLabel(page.text(row));
  }

  private void inside(Cut cut) {
    for (Stretch body : cut.bodies) {
      List<Integer> run = new ArrayList<>();
      for (int row : body.insets()) {
        if (page.pointer(row) == null
            && !isLabel(row)
            && (run.isEmpty() || run.getLast() == row - 1)) {
          run.add(row);
        }
      }
      if (!run.isEmpty()) {
        candidates.add(new Candidate(run, cut, INSIDE));
      }
    }
    if (cut.display.size() > 1) {
      for (int row : cut.display) {
        if (!isLabel(row)) {
          candidates.add(new Candidate(List.of(row), cut, STRANGE));
        }
      }
    }
  }

  private List<Match> matches() {
    List<Integer> rows = new ArrayList<>();
    candidates.forEach(candidate -> rows.addAll(candidate.rows()));
    List<String> texts = new ArrayList<>(rows.size());
    rows.forEach(row -> texts.add(page.text(row)));
    List<List<Paragraph>> bodies = new ArrayList<>();
    for (Cut cut : cuts) {
      List<Paragraph> paragraphs = new ArrayList<>();
      cut.bodies.forEach(body -> paragraphs.addAll(body.paragraphs()));
      bodies.add(paragraphs);
    }
    Affinity affinity = new Affinity(vocabulary, texts, bodies);
    Map<Integer, Pulls> pulls = new HashMap<>();
    List<Pulls> all = affinity.ofAll();
    for (int i = 0; i < all.size(); i++) {
      pulls.put(rows.get(i), all.get(i));
    }
    List<Match> matches = new ArrayList<>();
    for (Candidate candidate : candidates) {
      for (int c = 0; c < cuts.size(); c++) {
        if (isWanted(candidate, cuts.get(c))) {
          Match match = match(candidate, c, pulls);
          if (match.score() > ENOUGH) {
            matches.add(match);
          }
        }
      }
    }
    matches.sort(Comparator.comparingDouble(Match::score).reversed());
    return matches;
  }

  /// Below a standing title a mere word is no headline.
  private boolean isWanted(Candidate candidate, Cut cut) {
    return headless.contains(cut)
        && cut != candidate.owner()
        && (cut.display.isEmpty() || readsAsHeadline(candidate));
  }

  private boolean readsAsHeadline(Candidate candidate) {
    return HeadSigns.mayBeHeadline(HeadParts.clean(page.text(candidate.rows().getFirst())));
  }

  private Match match(Candidate candidate, int c, Map<Integer, Pulls> pulls) {
    Cut cut = cuts.get(c);
    Map<Integer, Double> own = new HashMap<>();
    double here = 0;
    double there = 0;
    int owner = candidate.owner() == null ? -1 : cuts.indexOf(candidate.owner());
    for (int row : candidate.rows()) {
      Pulls pulled = pulls.getOrDefault(row, Pulls.NONE);
      double pull = pulled.of(c);
      own.put(row, pull);
      here += pull;
      there += pulled.of(owner);
    }
    double near = near(candidate.rows(), cut);
    if (isBelow(candidate.rows(), cut) && (isQueued(candidate, there) || isPhotoStory(cut))) {
      near += BELOW;
    }
    double score = 0.6 * (Math.min(here, 12) - Math.min(there, 12)) + near - candidate.handicap();
    return new Match(candidate, cut, score, own);
  }

  private boolean isBelow(List<Integer> rows, Cut cut) {
    int last = lastRow(cut);
    return rows.getFirst() > last && between(last, rows.getFirst()) == 0;
  }

  /// A line that reads as a headline and shares no word with the article below it was set below
  /// the one above.
  private boolean isQueued(Candidate candidate, double there) {
    return candidate.owner() != null
        && candidate.handicap() == STRANGE
        && there == 0
        && readsAsHeadline(candidate);
  }

  private boolean isPhotoStory(Cut cut) {
    return cut.bylines.stream().map(page::text).anyMatch(BylineRows::isPhotoCredit);
  }

  private static int lastRow(Cut cut) {
    return cut.bodies.getLast().paragraphs().getLast().rows().getLast();
  }

  /// Directly above or below the body is where its headline stands.
  private double near(List<Integer> rows, Cut cut) {
    int first = cut.firstRow();
    int last = lastRow(cut);
    int away =
        rows.getLast() < first
            ? between(rows.getLast(), first)
            : rows.getFirst() > last ? between(last, rows.getFirst()) : 0;
    return away <= 0 ? 1.2 : 0.8 - Math.min(1.2, 0.02 * away);
  }

  /// Rows of text between two rows.
  private int between(int above, int below) {
    int rows = 0;
    for (int row = above + 1; row < below && rows < 80; row++) {
      rows += page.isDisplay(row) || page.isByline(row) ? 0 : 1;
    }
    return rows;
  }

  private void settle(Match match) {
    Candidate candidate = match.candidate();
    Cut owner = candidate.owner();
    if (!headless.contains(match.cut()) || candidate.rows().stream().anyMatch(used::contains)) {
      return;
    }
    if (owner != null && candidate.handicap() == STRANGE && owner.display.size() < 2) {
      return;
    }
    used.addAll(candidate.rows());
    headless.remove(match.cut());
    if (owner != null) {
      owner.display.removeAll(candidate.rows());
      owner.bodies.forEach(body -> body.insets().removeAll(candidate.rows()));
    }
    match.cut().display.addAll(candidate.rows());
    match.cut().pull.putAll(match.pulls());
  }
}
