package dev.broadsheet.enrich.byline;

import org.jspecify.annotations.Nullable;

/// A stretch of a paragraph.
record Excerpt(int start, int end) {
  private static final int OPENING = 240;
  private static final int CLOSING = 80;

  String of(String text) {
    return text.substring(start, end);
  }

  /// What a head and its credit fit into.
  static String opening(String paragraph) {
    return paragraph.length() > OPENING ? paragraph.substring(0, OPENING) : paragraph;
  }

  /// What stands in the brackets that close a paragraph; null where none do.
  static @Nullable Excerpt closingBracket(String paragraph) {
    int end = paragraph.length();
    while (end > 0 && (paragraph.charAt(end - 1) <= ' ' || paragraph.charAt(end - 1) == '。')) {
      end--;
    }
    if (end == 0 || ")）".indexOf(paragraph.charAt(end - 1)) < 0) {
      return null;
    }
    for (int i = end - 2; i >= Math.max(0, end - CLOSING); i--) {
      char c = paragraph.charAt(i);
      if (c == '(' || c == '（') {
        return new Excerpt(i + 1, end - 1);
      }
      if (c == ')' || c == '）') {
        return null;
      }
    }
    return null;
  }
}
