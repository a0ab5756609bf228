package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import dev.broadsheet.enrich.split.Strand.Found;
import java.util.List;
import java.util.stream.IntStream;

/// Evidence on what a paragraph does with an article: go on with it as a new paragraph, go on with
/// its last sentence, or neither. In units of log odds against a new article.
///
/// The weights follow a logistic fit over annotated pages, rounded; signs that few pages show are
/// set by hand.
final class Junctions {
  private static final double NEVER = -9;
  private static final int LONG = 1200;

  /// From how many characters on a text shares words with what goes on with it.
  private static final int TELLING = 120;

  private final Page page;
  private final List<BlockSigns> signs;
  private final Cohesion cohesion;
  private final Openings openings;
  private final double[] claims;
  private final boolean briefs;

  /// Words alone never take a paragraph away from the article above it: pages of one subject share
  /// most of theirs.
  private static final double MOST_SHARED = 2;

  /// What it costs to go back over so many paragraphs, doubled.
  private static final double[] AWAY =
      IntStream.range(0, 2 * Kinship.WINDOW).mapToDouble(Math::log1p).toArray();

  Junctions(Page page, Vocabulary vocabulary, List<Block> blocks, double[] claims) {
    this.page = page;
    this.signs = BlockSigns.of(page, blocks);
    this.cohesion = new Cohesion(blocks, vocabulary);
    this.openings = page.openings();
    this.claims = claims;
    this.briefs = isOfBriefs(blocks);
  }

  /// Whether most texts of the page are one paragraph.
  private static boolean isOfBriefs(List<Block> blocks) {
    int texts = 0;
    int single = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).first()) {
        texts++;
        single += i + 1 == blocks.size() || blocks.get(i + 1).first() ? 1 : 0;
      }
    }
    return single >= 5 && single * 4 >= texts * 3;
  }

  private static double away(int distance) {
    return 0.5 * (distance < AWAY.length ? AWAY[distance] : Math.log1p(distance));
  }

  /// Whether the sentence of a block goes on elsewhere.
  boolean isOpen(Block block) {
    return signs(block).end().open();
  }

  private BlockSigns signs(Block block) {
    return signs.get(block.index());
  }

  /// A new paragraph of the strand, directly below its last one.
  double goesOn(Strand strand, Block next) {
    Found found = strand.found.about(next);
    if (Double.isNaN(found.goesOn)) {
      found.goesOn = weighGoingOn(strand, next);
    }
    return found.goesOn;
  }

  private double weighGoingOn(Strand strand, Block next) {
    if (next.paragraph().isLead()) {
      return NEVER;
    }
    BlockSigns sign = signs(next);
    double score = next.above().isEmpty() ? inside(strand, next) : across(strand, next);
    double words = words(strand, next);
    score += sign.leadsOn() + 2 * words - strange(strand, next, words);
    score -= isOpen(strand.last()) ? 1.2 : 0;
    score -= signs(strand.last()).end().signed() ? 3 : 0;
    score += sign.lastLine() ? 3 : signs(strand.last()).lastLine() ? -3 : 0;
    double turn = turn(strand, next);
    boolean stray = turn == 0 && sign.talk() && !signs(strand.last()).talk();
    return score + (stray && !sign.answers() ? -1.5 : turn);
  }

  /// Two long texts that have no word in common.
  private static double strange(Strand strand, Block next, double words) {
    boolean tell = strand.length() >= TELLING && next.paragraph().length() >= TELLING / 2;
    return tell ? 1.4 * Math.max(0, 1 - words / 0.6) : 0;
  }

  private double inside(Strand strand, Block next) {
    Paragraph above = strand.last().paragraph();
    double score = strand.isLed() ? 1.9 : 1.6;
    score -= next.parted() ? 4 : 0;
    score -= signs(next).shown() ? 1.5 : 0;
    score -= briefs ? 1.5 : 0;
    score -= above.isVerse() != next.paragraph().isVerse() ? 3 : 0;
    score -= claims[next.index()];
    score += above.ending() == Ending.ITEM ? 2 : 0;
    score -= signs(strand.last()).end().lastWord() ? 1.4 : 0;
    score -= signs(strand.last()).end().credit() ? 3 : 0;
    score -= signs.get(strand.first()).box() && signs(next).leadsOn() <= 0 ? 2.5 : 0;
    boolean chronicle = signs(next).dated() && signs(strand.last()).dated();
    return score + (chronicle ? 1.2 : 0);
  }

  /// Long articles have crossheads, news with a 讯头 seldom has.
  private double across(Strand strand, Block next) {
    double length = Math.min(strand.length(), LONG) / (double) LONG;
    return signs(next).across()
        + 0.9 * length
        - (strand.isLed() ? 0.7 : 0)
        + (hasSibling(strand, next) ? 1.5 : 0);
  }

  /// Whether a crosshead of the strand is as long as the row above the block.
  private boolean hasSibling(Strand strand, Block next) {
    int length = crosshead(next);
    Strand at = strand;
    for (int i = 0; i < 12 && at != null && at.before() != null && length > 0; i++) {
      if (Math.abs(crosshead(at.last()) - length) <= (length <= 6 ? 0 : 1)) {
        return true;
      }
      at = at.before();
    }
    return false;
  }

  /// Length of the single display row above a block, 0 for none.
  private int crosshead(Block block) {
    if (block.above().size() != 1 || !page.isDisplay(block.above().getFirst())) {
      return 0;
    }
    int length = page.text(block.above().getFirst()).length();
    return length <= 20 ? length : 0;
  }

  /// Questions and answers: a speaker who has spoken before goes on.
  private double turn(Strand strand, Block next) {
    String speaker = signs(next).speaker();
    Strand at = strand;
    for (int i = 0; i < 6 && at != null && !speaker.isEmpty(); i++, at = at.before()) {
      if (signs(at.last()).speaker().equals(speaker)) {
        return 2.5;
      }
    }
    return 0;
  }

  /// Ten times the share of words that strand and block have in common.
  private double words(Strand strand, Block next) {
    Found found = strand.found.about(next);
    if (Double.isNaN(found.words)) {
      double back = cohesion.back(strand, next.index());
      found.words = 10 * back + 5 * cohesion.ahead(strand, next.index());
    }
    return found.words;
  }

  /// The rest of the sentence that the strand breaks off in.
  ///
  /// @param distance how many paragraphs stand between
  /// @param current the strand of the paragraph directly above
  double joins(Strand strand, Block next, int distance, Strand current) {
    BlockSigns sign = signs(next);
    if (sign.closed()) {
      return NEVER;
    }
    Paragraph above = strand.last().paragraph();
    String text = next.text();
    RowFacts row = page.row(next.paragraph().rows().getFirst());
    double score = sign.rest() - sign.heads() + indent(row);
    score += page.pairs().across(above.text(), text) >= 1 ? 1.2 : 0;
    score -= openings.isOpening(row, above.tail()) ? 2.5 : 0;
    score -= row.speech() && sign.rest() < 2 ? 1 : 0;
    score += measure(above.measure(), next.paragraph().measure());
    score -= sign.dated() ? 1.5 : 0;
    score -= sign.speaker().isEmpty() ? 0 : 3;
    score += above.ending() == Ending.OPEN ? 0.5 : 0;
    double shared = words(strand, next);
    score += Math.clamp((shared - 1) * 1.5, -1.0, 1.5);
    if (distance > 0) {
      double gain = (shared - words(current, next)) * 1.5;
      return score - 0.5 - 0.05 * distance + Math.clamp(gain, -2.0, 2.0);
    }
    return score + (next.above().isEmpty() ? 1.5 : 0.5) + (sign.inList() ? 0.7 : 0);
  }

  /// Where paragraphs are indented, a row that is not goes on with something.
  private double indent(RowFacts row) {
    if (!page.isIndented()) {
      return 0;
    }
    return row.row().indent() > 0 ? -4 : 2;
  }

  private static double measure(int a, int b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    return Math.abs(a - b) <= 4 ? 0.3 : -0.7;
  }

  /// A new paragraph of a strand that other articles stand between.
  double comesBack(Strand strand, Block next, int distance, Strand current) {
    BlockSigns sign = signs(next);
    if (sign.closed()) {
      return NEVER;
    }
    double score = -4.5 - away(distance) - sign.heads();
    score += next.above().isEmpty() ? sign.leadsOn() : sign.wording();
    score += signs(current.last()).picture() || sign.credited() ? 1.5 : 0;
    score += 1.6 * (turn(strand, next) - turn(current, next));
    score -= isOpen(strand.last()) ? 1.8 : 0;
    double shared = words(strand, next);
    double gain = Math.clamp(shared - words(current, next), -1.0, 1.0);
    return score + 2 * Math.min(shared, MOST_SHARED) + gain;
  }

  /// An article that opens with this paragraph: what no article opens with counts against it.
  double opens(Block next) {
    BlockSigns sign = signs(next);
    double score = next.paragraph().isLead() ? 3 : 0;
    return score - sign.rest() - (sign.lastLine() || sign.answers() ? 2 : 0);
  }
}
