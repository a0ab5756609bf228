package dev.broadsheet.sink.bulk;

/// Text of unknown origin, made fit for a log line or a header.
public final class Display {
  private static final int MAX_CODE_POINTS = 200;
  // Elasticsearch repeats a piece of the document behind these words.
  private static final String PREVIEW = "Preview of field's value";

  private Display() {}

  /// `text` in one line without control or format characters, cut at 200 characters, without the
  /// piece of the document that Elasticsearch may have added.
  public static String safe(String text) {
    int preview = text.indexOf(PREVIEW);
    String shown = preview < 0 ? text : text.substring(0, preview);
    StringBuilder safe = new StringBuilder();
    shown
        .codePoints()
        .limit(MAX_CODE_POINTS)
        .forEach(c -> safe.appendCodePoint(isPlain(c) ? c : '?'));
    return safe.toString();
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
