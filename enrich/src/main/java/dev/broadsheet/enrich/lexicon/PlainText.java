package dev.broadsheet.enrich.lexicon;

import java.util.Arrays;
import java.util.BitSet;

/// Text as the finders match it: without the white space that layout left inside it, ASCII
/// letters and digits for full-width ones, full-width punctuation for ASCII.
///
/// A blank stays where ASCII words meet; elsewhere it goes, and `gaps` remembers where. Offsets
/// are UTF-16 units of the squeezed text.
public final class PlainText {
  private final char[] folded;
  private final char[] printed;
  private final BitSet gaps;

  private PlainText(char[] folded, char[] printed, BitSet gaps) {
    this.folded = folded;
    this.printed = printed;
    this.gaps = gaps;
  }

  /// Squeezes and folds `text`.
  public static PlainText of(CharSequence text) {
    return of(text, 0, text.length());
  }

  /// Squeezes and folds `text[from, to)`.
  static PlainText of(CharSequence text, int from, int to) {
    char[] folded = new char[to - from];
    char[] printed = new char[to - from];
    BitSet gaps = new BitSet();
    int length = 0;
    boolean blank = false;
    for (int i = from; i < to; i++) {
      char letter = text.charAt(i);
      if (isBlank(letter)) {
        blank = true;
        continue;
      }
      if (blank && length > 0) {
        if (isAscii(printed[length - 1]) && isAscii(letter)) {
          folded[length] = ' ';
          printed[length++] = ' ';
        } else {
          gaps.set(length);
        }
      }
      blank = false;
      printed[length] = letter;
      folded[length++] = fold(letter);
    }
    return new PlainText(Arrays.copyOf(folded, length), Arrays.copyOf(printed, length), gaps);
  }

  /// The characters to match; not to be changed.
  public char[] letters() {
    return folded;
  }

  public int length() {
    return folded.length;
  }

  public char at(int index) {
    return folded[index];
  }

  /// Whether white space was taken out before this character.
  public boolean gapBefore(int index) {
    return gaps.get(index);
  }

  /// The characters as printed, without the white space.
  public String printed(int from, int to) {
    return new String(printed, from, to - from);
  }

  /// Whether layout may have put it there: Unicode white space, the ideographic and the hard
  /// one.
  static boolean isBlank(char letter) {
    if (letter > '\u3000') {
      return letter == '\uFEFF';
    }
    return letter <= ' '
        || letter == '\u3000'
        || letter == '\u00A0'
        || letter == '\u200B'
        || (letter > 0x7F && Character.isWhitespace(letter));
  }

  private static boolean isAscii(char letter) {
    return letter < 0x80 && Character.isLetterOrDigit(letter);
  }

  private static char fold(char letter) {
    if (letter >= '\u3400' && letter <= '\u9FFF') {
      return letter;
    }
    if (letter >= '\uFF01' && letter <= '\uFF5E') {
      char ascii = (char) (letter - 0xFEE0);
      return Character.isLetterOrDigit(ascii) ? ascii : letter;
    }
    return switch (letter) {
      case ',' -> '，';
      case ';' -> '；';
      case ':' -> '：';
      case '?' -> '？';
      case '!' -> '！';
      case '(' -> '（';
      case ')' -> '）';
      case '•', '・', '‧', '∙' -> '·';
      default -> letter;
    };
  }
}
