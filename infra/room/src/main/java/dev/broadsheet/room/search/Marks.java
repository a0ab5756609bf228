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
    return new Marks("\u0002" + drawn, "\u0003" + drawn);
  }
}
