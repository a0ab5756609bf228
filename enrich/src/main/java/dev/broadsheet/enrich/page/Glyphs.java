package dev.broadsheet.enrich.page;

/// Classes of characters on a Chinese page. All of them look at one UTF-16 unit.
public final class Glyphs {
  /// What may stand behind an end mark and still belongs to the sentence.
  private static final Marks CLOSING = Marks.of("”’」』》〉】）)］]｝}\"'");

  private static final Marks OPENING = Marks.of("“‘「『《〈【（(［[｛{");
  private static final Marks FULL_STOPS = Marks.of("。！？!?…");
  private static final Marks DASHES = Marks.of("-‐‑‒–—―─－━·•・");
  private static final Marks BULLETS = Marks.of("□■○●◎◆◇△▲▼▽☆★※▶►◀◁▷→⊙✦✪");

  private Glyphs() {}

  /// Whether it is a Han character; a surrogate counts, since the pairs of a page are rare Han.
  public static boolean isHan(char c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || c == '〇'
        || c == '々'
        || Character.isSurrogate(c);
  }

  /// Nearly all characters of a page: none of them is a mark, and no list need be searched for it.
  public static boolean isCommonHan(char c) {
    return c >= 0x3400 && c <= 0x9FFF;
  }

  /// Whether it prints nothing: white space, control and format characters.
  public static boolean isBlank(char c) {
    if (c > '\u3000') {
      return c == '\uFEFF';
    }
    return c <= ' '
        || c == '\u3000'
        || c == '\u00A0'
        || (c >= '\u2000' && c <= '\u200F')
        || (c >= '\u2028' && c <= '\u202F')
        || c == '\u0085'
        || (c >= '\u007F' && c <= '\u009F');
  }

  /// Whether one of the characters prints nothing.
  public static boolean hasBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isCommonHan(c) && isBlank(c)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it ends a sentence.
  public static boolean isFullStop(char c) {
    return !isCommonHan(c) && FULL_STOPS.has(c);
  }

  /// Whether it closes a quotation or a bracket.
  public static boolean isClosing(char c) {
    return !isCommonHan(c) && CLOSING.has(c);
  }

  /// Whether it opens a quotation or a bracket.
  public static boolean isOpening(char c) {
    return !isCommonHan(c) && OPENING.has(c);
  }

  /// Whether extraction may have made it of a dash: `-从…`, `·…`.
  public static boolean isDash(char c) {
    return !isCommonHan(c) && DASHES.has(c);
  }

  /// Whether it opens a list item or a byline in print.
  public static boolean isBullet(char c) {
    return !isCommonHan(c) && BULLETS.has(c);
  }

  /// Whether it is an ASCII or full-width digit.
  public static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }

  /// Whether it is a letter or a digit of any script.
  public static boolean isLetterOrDigit(char c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || Character.isLetterOrDigit(c);
  }

  /// Whether it is a letter of another script that separates words by spaces.
  public static boolean isSpacedLetter(char c) {
    return !isHan(c) && c < 0x2E80 && Character.isLetter(c);
  }

  /// The character in half width, dashes as `-`, for matching only.
  public static char fold(char c) {
    if (isCommonHan(c)) {
      return c;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return (char) (c - 0xFEE0);
    }
    if ((c >= '‐' && c <= '―') || c == '─' || c == '━') {
      return '-';
    }
    return isBlank(c) ? ' ' : c;
  }

  /// The text in half width, for matching only; as long as the text, and the text itself where
  /// nothing is to be folded.
  public static String fold(String text) {
    int i = 0;
    while (i < text.length() && fold(text.charAt(i)) == text.charAt(i)) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    char[] out = text.toCharArray();
    for (; i < out.length; i++) {
      out[i] = fold(out[i]);
    }
    return new String(out);
  }

  /// Printed width in half-width units: 2 for Han and full-width marks, 1 for the rest.
  public static int width(String text, int from, int to) {
    int width = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      width += c >= 0x2E80 || c == '—' || c == '…' || c == '“' || c == '”' ? 2 : 1;
    }
    return width;
  }

  /// Printed width of a whole text.
  public static int width(String text) {
    return width(text, 0, text.length());
  }
}
