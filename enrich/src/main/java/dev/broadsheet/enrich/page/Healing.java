package dev.broadsheet.enrich.page;

import java.util.ArrayList;
import java.util.List;

/// Takes the white space out of body text that printing did not put there, and parts paragraphs
/// that were glued on one row.
///
/// A space belongs where the words on both sides fit on one printed line, in a list of names, and
/// between words of a spaced script; elsewhere a printed line ended there.
public final class Healing {
  /// A last line of a paragraph is this much shorter than the column, in half-width units.
  public static final int SHORT_LINE = 3;

  private static final int TAIL = 40;
  private static final int INDENT = 4;
  private static final int SHORTEST_PARAGRAPH = 10;

  private final String text;
  private final int measure;
  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private int lineWidth;

  /// Whether the line is the first of its paragraph, shorter by a lost indent.
  private boolean first = true;
  private int names;

  private Healing(String text, int measure) {
    this.text = text;
    this.measure = measure;
  }

  /// The paragraphs of a row, at least one; the last may be cut.
  ///
  /// @param measure of the column by wrap spaces, 0 when the row was not set in lines
  public static List<String> paragraphs(String row, int measure) {
    if (!row.isEmpty() && !Glyphs.hasBlank(row)) {
      return List.of(row);
    }
    Healing healing = new Healing(LetterSpacing.close(row), measure);
    healing.read();
    return healing.paragraphs;
  }

  /// A headline or a byline: letter-spaced words closed, runs of white space made one space.
  public static String line(String row) {
    if (!Glyphs.hasBlank(row)) {
      return row.strip();
    }
    String closed = LetterSpacing.close(row);
    StringBuilder line = new StringBuilder(closed.length());
    for (int i = 0; i < closed.length(); i++) {
      char c = closed.charAt(i);
      if (!Glyphs.isBlank(c)) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString().strip();
  }

  private void read() {
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && !Glyphs.isBlank(text.charAt(end))) {
        end++;
      }
      int next = end;
      while (next < text.length() && Glyphs.isBlank(text.charAt(next))) {
        next++;
      }
      word(i, end);
      if (next < text.length()) {
        space(end, next);
      }
      i = Math.max(next, i + 1);
    }
    flush();
  }

  private void word(int from, int to) {
    current.append(text, from, to);
    lineWidth += Glyphs.width(text, from, to);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '（' || c == '(') {
        names = text.startsWith("记者", i + 1) || text.startsWith("通讯员", i + 1) ? 1 : 0;
        names = names == 0 && text.startsWith("记者", i + 3) ? 1 : names;
      } else if (c == '）' || c == ')') {
        names = 0;
      }
    }
  }

  private void space(int from, int to) {
    char before = current.charAt(current.length() - 1);
    char after = text.charAt(to);
    int wordEnd = to;
    while (wordEnd < text.length() && !Glyphs.isBlank(text.charAt(wordEnd))) {
      wordEnd++;
    }
    int width = Glyphs.width(text, to, wordEnd);
    boolean fits = measure == 0 || lineWidth + 1 + width <= measure + 1;
    if (endsParagraph(to - from, wordEnd - to, after) || isLabel(to, wordEnd)) {
      flush();
    } else if (names > 0 || (fits && !isFigure(before, after)) || isSpaced(before, after)) {
      current.append(' ');
      lineWidth++;
    } else if (!fits) {
      lineWidth = 0;
      first = false;
    }
  }

  private boolean endsParagraph(int spaces, int wordLength, char next) {
    Ending ending = Ending.of(tail());
    if (names > 0 || !ending.isEnd()) {
      return false;
    }
    if (ending == Ending.ITEM && Glyphs.isDigit(next) && lineWidth < measure) {
      return true;
    }
    if (measure > 0 || ending == Ending.ITEM) {
      return measure > 0 && lineWidth <= measure - SHORT_LINE - (first ? INDENT : 0);
    }
    return spaces > 1
        || (wordLength >= SHORTEST_PARAGRAPH && current.length() >= SHORTEST_PARAGRAPH);
  }

  /// `品种：… 产地：…`: an item with a label follows one with a label.
  private boolean isLabel(int from, int to) {
    return labelled(text, from, to) && labelled(current, 0, current.length());
  }

  private static boolean labelled(CharSequence text, int from, int to) {
    for (int i = from; i < Math.min(to, from + 7); i++) {
      char c = text.charAt(i);
      if (c == '：' || c == ':') {
        return i - from >= 2;
      }
      if (!Glyphs.isHan(c)) {
        return false;
      }
    }
    return false;
  }

  private String tail() {
    return current.substring(Math.max(0, current.length() - TAIL));
  }

  /// `2024 年` and `第 3 版`: extraction puts spaces around figures.
  private static boolean isFigure(char before, char after) {
    return (Glyphs.isDigit(before) && Glyphs.isHan(after))
        || (Glyphs.isHan(before) && Glyphs.isDigit(after));
  }

  private static boolean isSpaced(char before, char after) {
    return (Glyphs.isSpacedLetter(before) || Glyphs.isDigit(before) || before < 0x80)
        && Glyphs.isSpacedLetter(after);
  }

  private void flush() {
    if (!current.isEmpty()) {
      paragraphs.add(current.toString());
    }
    current.setLength(0);
    lineWidth = 0;
    first = true;
  }
}
