package dev.broadsheet.enrich.split;

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
        && !BylineRows.endsWithCredit(paragraph.tail());
  }
}
