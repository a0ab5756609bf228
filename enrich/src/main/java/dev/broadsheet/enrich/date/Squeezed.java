package dev.broadsheet.enrich.date;

/// Text without white space, folded for matching, that knows where each character came from.
///
/// Full-width digits and marks become half-width; every dash and wave becomes `-`. Indices are into
/// the squeezed text; [#text], [#offset] and [#endOffset] lead back to the source.
final class Squeezed {
  private static final byte SPACE = 1;
  private static final byte LINE = 2;

  private final String source;
  private final char[] chars;
  private final int[] units;
  private final int[] points;
  private final byte[] gaps;
  private final int length;

  private Squeezed(
      String source, char[] chars, int[] units, int[] points, byte[] gaps, int length) {
    this.source = source;
    this.chars = chars;
    this.units = units;
    this.points = points;
    this.gaps = gaps;
    this.length = length;
  }

  static Squeezed of(String source) {
    int n = source.length();
    char[] chars = new char[n];
    int[] units = new int[n];
    byte[] gaps = new byte[n + 1];
    boolean supplementary = false;
    int length = 0;
    for (int i = 0; i < n; i++) {
      char c = source.charAt(i);
      if (isBlank(c)) {
        gaps[length] = c == '\n' || c == '\r' ? LINE : (byte) Math.max(gaps[length], SPACE);
        continue;
      }
      supplementary |= Character.isSurrogate(c);
      chars[length] = fold(c);
      units[length++] = i;
    }
    int[] points = supplementary ? codePoints(source, units, length) : units;
    return new Squeezed(source, chars, units, points, gaps, length);
  }

  private static int[] codePoints(String source, int[] units, int length) {
    int[] points = new int[units.length];
    int unit = 0;
    int point = 0;
    for (int i = 0; i < length; i++) {
      while (unit < units[i]) {
        int step = Character.charCount(source.codePointAt(unit));
        if (unit + step > units[i]) {
          break;
        }
        unit += step;
        point++;
      }
      points[i] = point;
    }
    return points;
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u3000' || c == '\u00a0' || (c >= '\u2000' && c <= '\u200b');
  }

  private static char fold(char c) {
    if (c < '\u2010' || (c >= '\u3040' && c < '\uff00')) {
      return c;
    }
    return switch (c) {
      case '‐', '‑', '‒', '–', '—', '―', '−', '─', '～', '〜', '∼', '－', '﹣' -> '-';
      case '．' -> '.';
      case '○', '◯' -> '〇';
      default -> c > '\uff00' && c < '\uff5f' ? (char) (c - 0xfee0) : c;
    };
  }

  int length() {
    return length;
  }

  /// The character, or NUL outside the text.
  char at(int i) {
    return i >= 0 && i < length ? chars[i] : '\0';
  }

  boolean startsWith(int i, String word) {
    int n = word.length();
    if (i < 0 || i + n > length) {
      return false;
    }
    for (int k = 0; k < n; k++) {
      if (chars[i + k] != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /// Whether white space stood before the character.
  boolean isGapBefore(int i) {
    return i > 0 && i < length && gaps[i] != 0;
  }

  /// Whether a new line began with the character.
  boolean isLineStart(int i) {
    return i == 0 || (i < length && gaps[i] == LINE);
  }

  /// Source text of a stretch that is not empty.
  String text(int start, int end) {
    return source.substring(units[start], units[end - 1] + 1);
  }

  /// Offset of a character in the source, in code points.
  int offset(int i) {
    return points[i];
  }

  /// Offset behind a stretch that ends before `end`, in code points.
  int endOffset(int end) {
    return points[end - 1] + 1;
  }
}
