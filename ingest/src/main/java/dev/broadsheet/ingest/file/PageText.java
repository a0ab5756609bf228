package dev.broadsheet.ingest.file;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.contract.Utf8;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/// The text in the bytes of a page, or why there is none. The text is what the bytes say, apart
/// from a byte order mark: line ends, controls and odd white space are for the splitter to heal.
sealed interface PageText {
  /// Text with at least one character that shows.
  record Text(String text) implements PageText {}

  /// Not a page of text.
  record NotText(RejectReason reason, String message) implements PageText {}

  /// More combining marks on one character than any writing system has: they hide what they stand
  /// on and stretch lines without end.
  int MOST_MARKS = 32;

  /// Reads UTF-8 strictly.
  static PageText of(byte[] bytes) {
    FileType type = FileType.of(bytes);
    if (type != null) {
      return new NotText(type.reason(), type.message());
    }
    try {
      String text = Utf8.decode(bytes);
      return check(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return new NotText(RejectReason.ENCODING, encoding(bytes, Utf8.firstError(bytes)));
    }
  }

  private static PageText check(String text) {
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
    return marks == null ? new Text(text) : new NotText(RejectReason.CONTROL_CHARS, marks);
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
      int type = Character.getType(text.charAt(i));
      boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
      run = mark ? run + 1 : 0;
      if (run > MOST_MARKS) {
        return "more than %d combining marks in a row at character %d: extract it again"
            .formatted(MOST_MARKS, i - MOST_MARKS);
      }
    }
    return null;
  }

  private static String encoding(byte[] bytes, int at) {
    return isCut(bytes, at)
        ? "it ends in the middle of a character at byte %d: it is not complete; copy it again"
            .formatted(at)
        : "not UTF-8 at byte %d (0x%02X): save it as UTF-8".formatted(at, bytes[at]);
  }

  /// Whether what is left is the beginning of one character.
  private static boolean isCut(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (lead >= 0xF5 || bytes.length - at >= length) {
      return false;
    }
    for (int i = at + 1; i < bytes.length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }
}
