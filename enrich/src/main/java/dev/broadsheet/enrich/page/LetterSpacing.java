package dev.broadsheet.enrich.page;

/// Letter-spaced text (`市 长 指 出`) and names padded to the width of three (`张 三`): single Han
/// characters with spaces between them are moved together.
public final class LetterSpacing {
  private LetterSpacing() {}

  /// The text without the spaces between single Han characters and before their marks.
  public static String close(String text) {
    if (text.indexOf(' ') < 0 && text.indexOf('\u3000') < 0) {
      return text;
    }
    StringBuilder closed = new StringBuilder(text.length());
    int kept = 0;
    int i = 1;
    while (i < text.length()) {
      int next = i;
      while (next < text.length() && Glyphs.isBlank(text.charAt(next))) {
        next++;
      }
      if (next > i && next < text.length() && isSingle(text, i - 1) && follows(text, next)) {
        closed.append(text, kept, i);
        kept = next;
      }
      i = next + 1;
    }
    return kept == 0 ? text : closed.append(text, kept, text.length()).toString();
  }

  private static boolean follows(String text, int at) {
    return isSingle(text, at) || "，、。：；".indexOf(text.charAt(at)) >= 0;
  }

  /// Whether a Han character has no letter beside it.
  private static boolean isSingle(String text, int at) {
    return Glyphs.isHan(text.charAt(at))
        && (at == 0 || !Glyphs.isLetterOrDigit(text.charAt(at - 1)))
        && (at == text.length() - 1 || !Glyphs.isLetterOrDigit(text.charAt(at + 1)));
  }
}
