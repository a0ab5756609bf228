package dev.broadsheet.room.search;

import java.util.ArrayList;
import java.util.List;

/// A piece of text that is wholly inside or wholly outside of what was looked for.
///
/// @param hit whether it was looked for
public record Part(String text, boolean hit) {
  /// The pieces of a text, in order; together they are the text.
  static List<Part> plain(String text) {
    return List.of(new Part(text, false));
  }

  static String text(List<Part> parts) {
    var all = new StringBuilder();
    parts.forEach(p -> all.append(p.text));
    return all.toString();
  }

  /// Cuts a text at marks that stand around what was looked for. Marked pieces that touch become
  /// one.
  static List<Part> parse(String marked, Marks marks) {
    var parts = new ArrayList<Part>();
    int at = 0;
    while (at < marked.length()) {
      int start = marked.indexOf(marks.start(), at);
      int end = start < 0 ? -1 : marked.indexOf(marks.end(), start);
      if (end < 0) {
        break;
      }
      add(parts, marked.substring(at, start), false);
      add(parts, marked.substring(start + marks.start().length(), end), true);
      at = end + marks.end().length();
    }
    add(parts, marked.substring(at), false);
    return parts;
  }

  private static void add(List<Part> parts, String text, boolean hit) {
    if (text.isEmpty()) {
      return;
    }
    Part last = parts.isEmpty() ? null : parts.getLast();
    if (last != null && last.hit == hit) {
      parts.set(parts.size() - 1, new Part(last.text + text, hit));
    } else {
      parts.add(new Part(text, hit));
    }
  }
}
