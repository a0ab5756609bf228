package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Healing;
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

  private static final int LONGEST_NAME = 16;

  private final Page page;

  Seams(Page page) {
    this.page = page;
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

  /// Whether nothing stands above the piece that could be a headline.
  boolean isPlain(Stretch piece) {
    return piece.above().stream().allMatch(row -> page.pointer(row) != null);
  }

  /// Torn pieces of display type below a torn piece of text.
  private static boolean isDebris(Stretch above, int displays, int longest) {
    return displays >= 2 && displays < 4 && longest <= 7 && above.isShorterThan(100);
  }

  /// Many short names one below the other: captions of a picture page.
  boolean captions(List<Integer> displays) {
    return displays.size() >= 5
        && displays.stream().allMatch(row -> page.text(row).length() <= LONGEST_NAME)
        && displays.stream().noneMatch(row -> PersonNames.isName(page.text(row)));
  }

  /// Moves a stretch to the end of the one above, what stands between as crossheads or captions.
  void append(Stretch above, Stretch below) {
    List<Integer> displays = below.above().stream().filter(page::isDisplay).toList();
    int longest = below.above().stream().mapToInt(row -> page.text(row).length()).max().orElse(0);
    if (isDebris(above, displays.size(), longest)) {
      above.insets().addAll(below.above());
    } else if (captions(displays)) {
      above.captions().addAll(below.above());
    } else if (isInSentence(above, displays, below)) {
      above.insets().addAll(below.above());
      above.paragraphs().getLast().append(below.paragraphs().removeFirst());
    } else {
      crossheads(above, below.above());
    }
    List<Paragraph> rest = below.paragraphs();
    above.paragraphs().addAll(rest);
    above.insets().addAll(below.insets());
    above.captions().addAll(below.captions());
    if (below.isJumped()) {
      above.markJumped();
    }
  }

  /// Whether display stands in the middle of a sentence, where no section begins.
  private static boolean isInSentence(Stretch above, List<Integer> displays, Stretch below) {
    return displays.size() == 1
        && !above.paragraphs().getLast().ending().isEnd()
        && !above.paragraphs().getLast().isCrosshead()
        && !below.isLed();
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
