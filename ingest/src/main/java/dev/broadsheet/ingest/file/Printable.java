package dev.broadsheet.ingest.file;

import java.util.Locale;

/// Text from elsewhere, fit for one line of a log or a terminal.
public final class Printable {
  private static final int LONGEST = 1_000;

  private Printable() {}

  /// `text` with everything that would not show, break the line, or steer the terminal or the
  /// direction of writing written as an escape; cut after 1,000 characters.
  public static String of(Object text) {
    var line = new StringBuilder();
    text.toString().codePoints().limit(LONGEST).forEach(c -> append(line, c));
    return line.toString();
  }

  private static void append(StringBuilder line, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          line.append(String.format(Locale.ROOT, "\\u{%X}", c));
      default -> line.appendCodePoint(c);
    }
  }
}
