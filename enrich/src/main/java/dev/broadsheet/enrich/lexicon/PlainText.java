package dev.broadsheet.enrich.lexicon;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Text as the finders match it: without the white space that layout left inside it, ASCII
/// letters and digits for full-width ones, full-width punctuation for ASCII.
///
/// A blank stays where ASCII words meet; elsewhere it goes, and `gaps` remembers where. Offsets
/// are UTF-16 units of the squeezed text.
public final class PlainText {
  private final char[] folded;

  /// The same array where nothing was folded.
  private final char[] printed;

  /// Null where there are none, as in nearly all texts.
  private final @Nullable BitSet gaps;

  private PlainText(char[] folded, char[] printed, @Nullable BitSet gaps) {
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
    char[] printed = folded;
    BitSet gaps = null;
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
          gaps = gaps == null ? new BitSet() : gaps;
          gaps.set(length);
        }
      }
      blank = false;
      char plain = fold(letter);
      if (plain != letter && printed == folded) {
        printed = folded.clone();
      }
      printed[length] = letter;
      folded[length++] = plain;
    }
    if (length == folded.length) {
      return new PlainText(folded, printed, gaps);
    }
    char[] letters = Arrays.copyOf(folded, length);
    return new PlainText(
        letters, printed == folded ? letters : Arrays.copyOf(printed, length), gaps);
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
    return gaps != null && gaps.get(index);
  }

  /// The characters as printed, without the white space.
  public String printed(int from, int to) {
    return new String(printed, from, to - from);
  }

  /// A hash of the characters as printed, mixed into its lower bits.
  public int printedHash(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + printed[i];
    }
    hash *= 0x9E3779B1;
    return hash ^ (hash >>> 15);
  }

  /// Whether a stretch is printed as another is.
  public boolean isPrintedAs(int from, int to, PlainText other, int otherFrom, int otherTo) {
    return Arrays.equals(printed, from, to, other.printed, otherFrom, otherTo);
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
