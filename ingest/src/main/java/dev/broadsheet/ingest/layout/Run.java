package dev.broadsheet.ingest.layout;

/// Characters that stand side by side in one line, without a gap as wide as between columns.
///
/// @param left edge
/// @param right edge
/// @param y base line
/// @param size of the font of most of it
record Run(String text, float left, float right, float y, float size) {
  float top() {
    return y - size;
  }

  Run stretched(float newLeft, float newRight) {
    return new Run(text, newLeft, newRight, y, size);
  }

  boolean overlaps(Run other) {
    return top() < other.y && other.top() < y;
  }
}
