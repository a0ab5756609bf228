package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import java.util.ArrayList;
import java.util.List;

/// A paragraph with what stands above it, as a place where an article may begin or go on.
///
/// @param index in the order of the text
/// @param stretch the stretch that it was read into
/// @param above display rows, bylines and jump marks between the paragraph before and this one;
///     empty inside a stretch
/// @param first whether it is the first paragraph of its stretch
/// @param parted whether evidence of its own parts it from the paragraph before
record Block(
    int index,
    Paragraph paragraph,
    Stretch stretch,
    List<Integer> above,
    boolean first,
    boolean parted) {
  private static final int LONGEST_LINE = 14;

  /// The paragraphs of a page, in the order of the text.
  static List<Block> of(List<Stretch> stretches) {
    List<Block> blocks = new ArrayList<>();
    for (Stretch stretch : stretches) {
      boolean first = true;
      for (Paragraph paragraph : stretch.paragraphs()) {
        List<Integer> above = first ? stretch.above() : List.of();
        boolean parted = first && above.isEmpty();
        blocks.add(new Block(blocks.size(), paragraph, stretch, above, first, parted));
        first = false;
      }
    }
    return blocks;
  }

  String text() {
    return paragraph.text();
  }

  /// Whether its sentence goes on elsewhere: it breaks off, and no jump mark follows.
  boolean isOpen() {
    boolean last = stretch.paragraphs().getLast() == paragraph;
    return !paragraph.ending().isEnd()
        && !(last && stretch.isJumped())
        && !isLine()
        && !BylineRows.endsWithCredit(paragraph.tail());
  }

  /// A line that is no sentence: a name, a place, a telephone number.
  private boolean isLine() {
    String tail = paragraph.tail();
    int end = tail.length();
    while (end > 0 && (tail.charAt(end - 1) < 0x80 || Glyphs.isDigit(tail.charAt(end - 1)))) {
      end--;
    }
    boolean number =
        tail.length() - end >= 6 && end > 0 && "：话机真".indexOf(tail.charAt(end - 1)) >= 0;
    return number || (paragraph.length() <= LONGEST_LINE && !hasMark(tail));
  }

  private static boolean hasMark(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("，,。、；;！？“”".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
