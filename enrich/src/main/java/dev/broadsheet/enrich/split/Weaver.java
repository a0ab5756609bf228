package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.split.Weave.Decision;
import dev.broadsheet.enrich.split.Weave.Step;
import java.util.ArrayList;
import java.util.List;

/// Parts and joins stretches as the weave decided, so that each is a piece of one article.
final class Weaver {
  private final Seams seams;
  private final List<Stretch> stretches;
  private final List<Stretch> pieces = new ArrayList<>();

  private Weaver(Seams seams, List<Stretch> stretches) {
    this.seams = seams;
    this.stretches = stretches;
  }

  /// The stretches of a page, woven: a piece that goes on from one further up is marked with it.
  static List<Stretch> weave(Page page, Vocabulary vocabulary, List<Stretch> stretches) {
    List<Block> blocks = Block.of(stretches);
    double[] claims = Claims.of(page, vocabulary, stretches);
    Junctions junctions = new Junctions(page, vocabulary, blocks, claims);
    List<Decision> decisions = new Weave(blocks, junctions).decisions();
    Weaver weaver = new Weaver(new Seams(page), stretches);
    weaver.apply(decisions);
    return weaver.pieces;
  }

  private void apply(List<Decision> decisions) {
    Stretch[] homes = new Stretch[decisions.size()];
    int at = 0;
    for (Stretch stretch : stretches) {
      int size = stretch.paragraphs().size();
      if (size == 0) {
        pieces.add(stretch);
      }
      Stretch rest = stretch;
      for (int i = 0; i < size; i++, at++) {
        Decision decision = decisions.get(at);
        decision.block().paragraph().explain(decision.why());
        if (i > 0 && !isDirect(decision)) {
          rest = rest.splitAt(indexOf(rest, decision.block().paragraph()));
          place(rest, decision, homes);
        } else if (i == 0) {
          rest = place(rest, decision, homes);
        } else if (decision.step() == Step.JOINS) {
          int index = indexOf(rest, decision.block().paragraph());
          rest.paragraphs().get(index - 1).append(rest.paragraphs().remove(index));
        }
        homes[at] = rest;
      }
    }
  }

  private static int indexOf(Stretch stretch, Paragraph paragraph) {
    int index = stretch.paragraphs().size() - 1;
    while (stretch.paragraphs().get(index) != paragraph) {
      index--;
    }
    return index;
  }

  /// Whether it goes on with the block directly above.
  private static boolean isDirect(Decision decision) {
    Block after = decision.after();
    return after != null && after.index() == decision.block().index() - 1;
  }

  /// Puts a piece behind the others, or into the one that it goes on with.
  private Stretch place(Stretch piece, Decision decision, Stretch[] homes) {
    Block after = decision.after();
    if (after == null) {
      pieces.add(piece);
      return piece;
    }
    Stretch home = homes[after.index()];
    if (isDirect(decision) && decision.step() == Step.GOES_ON) {
      seams.append(home, piece);
      return home;
    }
    if (isDirect(decision) && seams.isPlain(piece)) {
      home.insets().addAll(piece.above());
      home.paragraphs().getLast().append(piece.paragraphs().removeFirst());
      piece.above().clear();
      seams.append(home, piece);
      return home;
    }
    piece.goesOnFrom(home, decision.step() == Step.JOINS);
    pieces.add(piece);
    return piece;
  }
}
