package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import java.util.ArrayList;
import java.util.List;

/// What the paragraphs of a body are: running text, crossheads, the items of a list, or the text of
/// a notice.
final class BodyRoles {
  private static final int FEWEST_ITEMS = 3;

  private BodyRoles() {}

  /// One role a paragraph.
  ///
  /// @param notice whether the headline is that of a notice
  static List<Role> of(List<Paragraph> paragraphs, boolean notice) {
    List<Role> roles = new ArrayList<>(paragraphs.size());
    for (Paragraph paragraph : paragraphs) {
      roles.add(paragraph.isCrosshead() ? Role.CROSSHEAD : notice ? Role.NOTICE : Role.BODY);
    }
    int first = 0;
    for (int i = 0; i <= paragraphs.size(); i++) {
      if (i < paragraphs.size() && isItem(paragraphs.get(i))) {
        continue;
      }
      if (i - first >= FEWEST_ITEMS) {
        roles.subList(first, i).replaceAll(role -> Role.LIST);
      }
      first = i + 1;
    }
    return roles;
  }

  private static boolean isItem(Paragraph paragraph) {
    String text = paragraph.text();
    return !paragraph.isCrosshead()
        && !text.isEmpty()
        && (Glyphs.isBullet(text.charAt(0)) || Seams.isNumbered(text));
  }
}
