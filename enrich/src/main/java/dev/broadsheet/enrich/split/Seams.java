package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import dev.broadsheet.enrich.page.Healing;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Decides where display rows between two stretches are crossheads of one article, and where they
/// part two.
final class Seams {
  /// `一、…`, `（二）…`, `3 …`, `之四`, `①…`.
  private static final Pattern NUMBERED =
      Pattern.compile(
          "^[（(]?(?:第?[一二三四五六七八九十]{1,3}|\\d{1,2}|[①-⑩]|之[一二三四五六七八九十])[）)、.． "
              + "　:：].{1,60}|^\\d{1,2}[\\u4e00-\\u9fff].{1,40}|^\\d{1,2}月\\d{1,2}日.{0,6}");

  /// `拍 卖 公 告`, `某某局关于某事的公示`: notices stand alone.
  private static final Pattern NOTICE =
      Pattern.compile(".*(?:公 ?告|声 ?明|启 ?事|通 ?告|公 ?示|讣 ?告|更 ?正|通 ?知|致 ?歉|启 ?示)$");

  /// Cohesion between the parts of one article is above this, between two articles below.
  static final double SAME_ARTICLE = 0.045;

  private final Page page;
  private final Vocabulary vocabulary;
  private final List<Stretch> stretches;

  Seams(Page page, Vocabulary vocabulary, List<Stretch> stretches) {
    this.page = page;
    this.vocabulary = vocabulary;
    this.stretches = stretches;
  }

  /// The stretches with crossheads made paragraphs and their sections joined.
  List<Stretch> join() {
    List<Stretch> joined = new ArrayList<>();
    int crossheads = 0;
    for (Stretch next : stretches) {
      Stretch last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && next.origin() == null && isOneArticle(last, next, crossheads)) {
        crossheads++;
        append(last, next);
      } else {
        crossheads = 0;
        joined.add(next);
      }
    }
    return joined;
  }

  /// Whether the text is the title of a notice.
  static boolean isNotice(String text) {
    return text.length() <= 60
        && "告明事示知歉正".indexOf(text.charAt(text.length() - 1)) >= 0
        && NOTICE.matcher(text).matches();
  }

  private static boolean mayBeNumbered(char c) {
    return c < 0x80 ? c == '(' || Character.isDigit(c) : "（第之一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩".indexOf(c) >= 0;
  }

  /// Whether the text opens with the number of a section.
  static boolean isNumbered(String text) {
    return text.length() <= 60 && mayBeNumbered(text.charAt(0)) && NUMBERED.matcher(text).matches();
  }

  private boolean isOneArticle(Stretch above, Stretch below, int crossheads) {
    if (above.paragraphs().isEmpty() || below.isLed() || above.isJumped()) {
      return false;
    }
    List<Integer> rows = below.above();
    if (below.paragraphs().isEmpty() || rows.isEmpty()) {
      return false;
    }
    return evidence(above, below, rows) + Math.min(2, crossheads) > 0;
  }

  /// Above 0 for a crosshead.
  double evidence(Stretch above, Stretch below, List<Integer> rows) {
    double score = 0;
    int characters = 0;
    int displays = 0;
    int longest = 0;
    for (int row : rows) {
      if (!page.isDisplay(row)) {
        score -= 6;
        continue;
      }
      String text = page.text(row);
      score -= NOTICE.matcher(text).matches() ? 8 : 0;
      score -= HeadSigns.isStanding(text) ? 4 : 0;
      displays++;
      characters += text.length();
      longest = Math.max(longest, text.length());
      score += isNumbered(text) ? 6 : 0;
      score -= page.gap(row) >= 2 ? 1.5 : 0;
      score -= page.row(row).halves() > 1 && text.length() > 16 ? 0.7 : 0;
    }
    if (displays == 0) {
      return score;
    }
    score += captions(displays, longest) ? 4 : displays == 1 ? 1 : displays == 2 ? 0 : -2;
    score += characters <= 14 ? 1 : characters <= 20 ? 0.5 : characters > 26 ? -1.5 : 0;
    score -= page.gap(below.paragraphs().getFirst().rows().getFirst()) >= 2 ? 1 : 0;
    score -= above.isLed() ? 2 : 0;
    score -= Openings.isDated(below.paragraphs().getFirst().text()) ? 1.5 : 0;
    score += above.paragraphs().getLast().ending() == Ending.CLOSED ? 0 : 1;
    score += isIntroduced(above) ? 1 : 0;
    score += isDebris(above, displays, longest) ? 2.5 : 0;
    double words = vocabulary.cohesion(above.paragraphs(), below.paragraphs()) - SAME_ARTICLE;
    score += Math.clamp(words * (words < 0 ? 90 : 60), -3.0, 3.0);
    return score;
  }

  /// A few lines below headline and byline introduce sections.
  private boolean isIntroduced(Stretch above) {
    return !above.isLed()
        && above.isShorterThan(300)
        && above.above().stream().anyMatch(page::isByline)
        && above.above().stream().anyMatch(page::isDisplay);
  }

  /// Torn pieces of display type below a torn piece of text.
  private static boolean isDebris(Stretch above, int displays, int longest) {
    return displays >= 2 && displays < 4 && longest <= 7 && above.isShorterThan(100);
  }

  /// Many short names one below the other: captions of a picture page.
  static boolean captions(int displays, int longest) {
    return displays >= 4 && longest <= 16;
  }

  private void append(Stretch above, Stretch below) {
    int displays = (int) below.above().stream().filter(page::isDisplay).count();
    int longest = below.above().stream().mapToInt(row -> page.text(row).length()).max().orElse(0);
    if (isDebris(above, displays, longest)) {
      above.insets().addAll(below.above());
    } else if (captions(displays, longest)) {
      above.captions().addAll(below.above());
    } else {
      crossheads(above, below.above());
    }
    List<Paragraph> rest = below.paragraphs();
    above.paragraphs().addAll(rest);
    above.insets().addAll(below.insets());
    if (below.isJumped()) {
      above.markJumped();
    }
  }

  private void crossheads(Stretch above, List<Integer> rows) {
    Paragraph crosshead = null;
    for (int row : rows) {
      if (!page.isDisplay(row)) {
        above.insets().add(row);
      } else if (crosshead == null) {
        crosshead = new Paragraph(Healing.line(page.text(row)), row, false, 0);
        crosshead.markCrosshead();
        above.paragraphs().add(crosshead);
      } else {
        crosshead.append(" " + Healing.line(page.text(row)), row);
      }
    }
  }
}
