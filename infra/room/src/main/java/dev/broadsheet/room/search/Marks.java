package dev.broadsheet.room.search;

import java.util.UUID;

/// What the highlighter puts around what was looked for. No document can hold it: it is drawn
/// anew for each request.
///
/// @param start before
/// @param end behind
record Marks(String start, String end) {
  static Marks draw() {
    String drawn = UUID.randomUUID().toString();
    // No white space or control character at either end: the highlighter trims its pieces.
    return new Marks(drawn + "<", drawn + ">");
  }
}
