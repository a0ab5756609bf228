package dev.broadsheet.ingest.format;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.encoding.Decoding;
import dev.broadsheet.ingest.encoding.Mojibake;
import dev.broadsheet.ingest.encoding.TextDecoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The text in the bytes of a page, or why there is none. The text is what the bytes say, apart
/// from a byte order mark: line ends, controls and odd white space are for the splitter to heal.
public sealed interface PageText {
  /// Text with at least one character that shows.
  ///
  /// @param charset that its bytes are in
  record Text(String text, String charset) implements PageText {}

  /// Not a page of text.
  record NotText(RejectReason reason, String message) implements PageText {}

  /// More combining marks on one character than any writing system has: they hide what they stand
  /// on and stretch lines without end.
  int MOST_MARKS = 32;

  /// Fewer characters than this that stand for nothing prove nothing.
  int MOST_LOST = 4;

  /// One in so many.
  int LOST_SHARE = 100;

  /// No mark comes before it, nor among the Han characters: most need no look at what they are.
  char FIRST_MARK = '\u0300';

  char FIRST_HAN = '\u4e00';
  char LAST_HAN = '\u9fff';

  /// Reads text in whatever encoding.
  ///
  /// @param declared name of the charset as the source gave it, or empty
  static PageText of(byte[] bytes, String declared) {
    return switch (TextDecoder.decode(bytes, declared)) {
      case Decoding.Refused(var reason, var message) -> new NotText(reason, message);
      case Decoding.Decoded(var text, var charset) -> check(text, charset);
    };
  }

  /// Looks whether a text may be published.
  static PageText check(String text, String charset) {
    if (text.codePoints().noneMatch(PageText::shows)) {
      return new NotText(RejectReason.EMPTY, "it holds no text: put the text of the page into it");
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      return new NotText(
          RejectReason.CONTROL_CHARS,
          "NUL at character %d: it is not text, or was damaged; extract it again".formatted(nul));
    }
    String marks = marks(text);
    if (marks != null) {
      return new NotText(RejectReason.CONTROL_CHARS, marks);
    }
    return Mojibake.in(text)
        .map(PageText::mojibake)
        .or(() -> glyphs(text))
        .orElseGet(() -> new Text(text, charset));
  }

  private static Optional<PageText> glyphs(String text) {
    long lost = lost(text);
    return lost > MOST_LOST && lost * LOST_SHARE > text.codePointCount(0, text.length())
        ? Optional.of(
            new NotText(
                RejectReason.GLYPHS,
                "%d characters of private use or that stand for lost ones: extract it again with"
                        .formatted(lost)
                    + " the tables of its fonts"))
        : Optional.empty();
  }

  /// Characters of private use, and those that stand for lost ones.
  private static long lost(String text) {
    long lost = 0;
    for (int i = 0; i < text.length(); i++) {
      // Nearly every character is below them.
      if (text.charAt(i) >= Character.MIN_SURROGATE) {
        int c = text.codePointAt(i);
        lost += c == 0xFFFD || Character.getType(c) == Character.PRIVATE_USE ? 1 : 0;
      }
    }
    return lost;
  }

  private static PageText mojibake(String accident) {
    return new NotText(
        RejectReason.MOJIBAKE,
        "it was garbled before it was saved (%s): extract it again from the source"
            .formatted(accident));
  }

  /// Whether a character leaves a trace on paper.
  private static boolean shows(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static @Nullable String marks(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = isMark(text.charAt(i)) ? run + 1 : 0;
      if (run > MOST_MARKS) {
        return "more than %d combining marks in a row at character %d: extract it again"
            .formatted(MOST_MARKS, i - MOST_MARKS);
      }
    }
    return null;
  }

  private static boolean isMark(char c) {
    if (c < FIRST_MARK || c >= FIRST_HAN && c <= LAST_HAN) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
