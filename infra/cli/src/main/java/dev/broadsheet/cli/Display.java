package dev.broadsheet.cli;

/// Text on a terminal, where a Chinese character takes two columns.
final class Display {
  private Display() {}

  /// Columns that `text` takes.
  static int width(String text) {
    return text.codePoints().map(Display::width).sum();
  }

  /// `text` in exactly `columns` columns: cut with an ellipsis or filled with spaces.
  static String fit(String text, int columns) {
    String shown = width(text) <= columns ? text : cut(text, columns - 1) + "…";
    return shown + " ".repeat(Math.max(0, columns - width(shown)));
  }

  private static String cut(String text, int columns) {
    var out = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      used += width(c);
      if (used > columns) {
        break;
      }
      out.appendCodePoint(c);
    }
    return out.toString();
  }

  /// Text from documents, safe to print: no control characters that a terminal would obey.
  static String safe(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /// East Asian wide and full-width characters by block, after Unicode's EastAsianWidth.txt.
  private static int width(int c) {
    boolean wide =
        (c >= 0x1100 && c <= 0x115f)
            || (c >= 0x2e80 && c <= 0x303e)
            || (c >= 0x3041 && c <= 0xa4cf)
            || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f)
            || (c >= 0xff01 && c <= 0xff60)
            || (c >= 0xffe0 && c <= 0xffe6)
            || (c >= 0x1f300 && c <= 0x1faff)
            || (c >= 0x20000 && c <= 0x3fffd);
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return wide ? 2 : 1;
  }
}
