package dev.broadsheet.enrich.byline;

/// Makes full-width marks half-width and every white space a blank, character by character, so that
/// indices stay those of the source.
final class Folded {
  private Folded() {}

  static String of(String source) {
    char[] out = new char[source.length()];
    for (int i = 0; i < out.length; i++) {
      out[i] = fold(source.charAt(i));
    }
    return new String(out);
  }

  private static char fold(char c) {
    if (c >= '\u3400' && c <= '\u9fff') {
      return c;
    }
    if (c <= ' ' || c == '\u3000' || c == '\u00a0' || (c >= '\u2000' && c <= '\u200b')) {
      return ' ';
    }
    return switch (c) {
      case '•', '‧', '・', '∙' -> '·';
      default -> c > '\uff00' && c < '\uff5f' ? (char) (c - 0xfee0) : c;
    };
  }

  /// Whether a character can stand in a name: a CJK ideograph, also as half of a surrogate pair.
  static boolean isHan(char c) {
    return (c >= '\u4e00' && c <= '\u9fff')
        || (c >= '\u3400' && c <= '\u4dbf')
        || c == '〇'
        || Character.isSurrogate(c);
  }
}
