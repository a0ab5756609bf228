package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.split.Assembly.Cut;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch without 讯头 and headline may be a part of an article that was printed in two places.
/// It joins the one that it shares most words with, if that one can take it.
final class Orphans {
  /// Mean cohesion of two parts, plausibility counted in, from which on they are one article.
  private static final double ONE_ARTICLE = 0.1;

  private static final int SHORT = 80;

  /// How far away, in articles, the other part is looked for.
  private static final int REACH = 12;

  private final Page page;
  private final Vocabulary vocabulary;
  private final List<Cut> cuts;

  private Orphans(Page page, Vocabulary vocabulary, List<Cut> cuts) {
    this.page = page;
    this.vocabulary = vocabulary;
    this.cuts = cuts;
  }

  static void adopt(List<Cut> cuts, Page page, Vocabulary vocabulary) {
    Orphans orphans = new Orphans(page, vocabulary, cuts);
    boolean[] gone = new boolean[cuts.size()];
    for (int i = 0; i < cuts.size(); i++) {
      Cut host = orphans.isOrphan(cuts.get(i)) ? orphans.hostOf(i, gone) : null;
      if (host != null) {
        merge(host, cuts.get(i));
        gone[i] = true;
      }
    }
    List<Cut> left = new ArrayList<>();
    for (int i = 0; i < gone.length; i++) {
      if (!gone[i]) {
        left.add(cuts.get(i));
      }
    }
    cuts.clear();
    cuts.addAll(left);
  }

  private boolean isOrphan(Cut cut) {
    if (cut.bodies.isEmpty() || !cut.display.isEmpty() || cut.bodies.getFirst().isLed()) {
      return false;
    }
    if (cut.bodies.getFirst().above().stream().anyMatch(page::isDisplay)) {
      return false;
    }
    if (Wording.isLastLine(cut.bodies.getLast().paragraphs().getLast().text())) {
      return false;
    }
    String text = cut.bodies.getFirst().paragraphs().getFirst().text();
    return !Glyphs.isBullet(text.charAt(0));
  }

  private @Nullable Cut hostOf(int at, boolean[] gone) {
    Cut orphan = cuts.get(at);
    Cut best = null;
    double top = orphan.bodies.getFirst().length() < SHORT ? 1.5 * ONE_ARTICLE : ONE_ARTICLE;
    for (int i = Math.max(0, at - REACH); i < Math.min(cuts.size(), at + REACH + 1); i++) {
      Cut host = cuts.get(i);
      if (i != at && !gone[i] && !host.bodies.isEmpty()) {
        double score = plausibility(host, orphan) * cohesion(host, orphan);
        if (score > top) {
          top = score;
          best = host;
        }
      }
    }
    return best;
  }

  private double cohesion(Cut a, Cut b) {
    List<Paragraph> first = a.bodies.getFirst().paragraphs();
    List<Paragraph> second = b.bodies.getFirst().paragraphs();
    return (vocabulary.cohesion(first, second) + vocabulary.cohesion(second, first)) / 2;
  }

  private double plausibility(Cut host, Cut orphan) {
    Paragraph last = host.bodies.getLast().paragraphs().getLast();
    String start = orphan.bodies.getFirst().paragraphs().getFirst().text();
    double factor = isOrphan(host) ? 1.5 : 1;
    factor *= !last.ending().isEnd() ? 1.6 : SoftCuts.isLastWord(last.tail()) ? 0.6 : 1;
    return factor * (RowFacts.isRest(start) || RowFacts.isTail(start) ? 1.5 : 1);
  }

  private static void merge(Cut host, Cut orphan) {
    List<Stretch> bodies = new ArrayList<>(host.bodies);
    bodies.addAll(orphan.bodies);
    bodies.sort(
        (a, b) ->
            Integer.compare(
                a.paragraphs().getFirst().rows().getFirst(),
                b.paragraphs().getFirst().rows().getFirst()));
    host.bodies.clear();
    host.bodies.addAll(bodies);
    host.bylines.addAll(orphan.bylines);
    host.jumps.addAll(orphan.jumps);
    host.columns.addAll(orphan.columns);
  }
}
