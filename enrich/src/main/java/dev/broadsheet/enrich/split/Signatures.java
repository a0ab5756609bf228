package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;

/// Who wrote or photographed, behind the last sentence of a text: `…。（通讯员 张三）`,
/// `…。记者 张三 摄`.
final class Signatures {
  private static final int LONGEST = 30;
  private static final int SHORTEST_TEXT = 2;

  private Signatures() {}

  /// Where the signature begins; -1 when there is none. Which agency a text comes from is left with
  /// it.
  static int start(String text) {
    int last = text.length() - 1;
    if (last < SHORTEST_TEXT) {
      return -1;
    }
    return switch (text.charAt(last)) {
      case '）', ')' -> bracket(text);
      case '摄', '图', '道' -> credit(text);
      default -> -1;
    };
  }

  private static int bracket(String text) {
    int open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
    if (open < SHORTEST_TEXT || text.length() - open > LONGEST || !isSentenceEnd(text, open)) {
      return -1;
    }
    String inside = text.substring(open + 1, text.length() - 1);
    boolean source = inside.startsWith("据") || inside.startsWith("综合") || inside.isEmpty();
    return !source && isAuthor(inside, text.substring(open)) ? open : -1;
  }

  private static boolean isAuthor(String inside, String whole) {
    return PersonNames.isName(inside) || BylineRows.isByline(whole) || isOfHouse(inside);
  }

  /// `某某中心 张三`.
  private static boolean isOfHouse(String inside) {
    int space = inside.indexOf(' ');
    return space >= 4
        && TextSigns.isHouse(inside.substring(0, space))
        && PersonNames.isName(inside.substring(space + 1));
  }

  private static int credit(String text) {
    int from = Math.max(SHORTEST_TEXT, text.length() - LONGEST);
    for (int i = text.length() - 3; i >= from; i--) {
      if (isSentenceEnd(text, i)) {
        return BylineRows.isPhotoCredit(text.substring(i).strip()) ? i : -1;
      }
    }
    return -1;
  }

  /// Whether a text ends with its author in brackets.
  static boolean isSigned(String text) {
    return !text.isEmpty() && Glyphs.isClosing(text.charAt(text.length() - 1)) && start(text) >= 0;
  }

  private static boolean isSentenceEnd(String text, int end) {
    int last = end - 1;
    while (last > 0 && (Glyphs.isBlank(text.charAt(last)) || Glyphs.isClosing(text.charAt(last)))) {
      last--;
    }
    return Glyphs.isFullStop(text.charAt(last));
  }
}
