package dev.broadsheet.ingest.layout;

/// A character at its place. Lengths are points; y grows downwards.
///
/// @param text one character, or more where a font has one shape for several
/// @param x left edge
/// @param y base line
/// @param width of the shape
/// @param size of the font: the height of a line of it set solid
public record Glyph(String text, float x, float y, float width, float size) {
  boolean isSpace() {
    return text.codePoints().allMatch(c -> Character.isSpaceChar(c) || Character.isISOControl(c));
  }

  float end() {
    return x + width;
  }
}
