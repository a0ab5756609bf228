package dev.broadsheet.ingest.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts characters together to runs.
final class Runs {
  /// Between columns is more space than this, in ems; between the characters of a line less.
  static final float COLUMN_GAP = 0.7f;

  /// Letters and digits that are further apart than this, in ems, are different words.
  private static final float WORD_GAP = 0.18f;

  /// The same character printed again is less than this beside itself, in ems.
  private static final float HAIR = 0.12f;

  /// Base lines that differ by less, in ems, are one line: small print in a line may be raised.
  private static final float SAME_LINE = 0.35f;

  private Runs() {}

  static List<Run> of(List<Glyph> glyphs) {
    List<Run> runs = new ArrayList<>();
    for (List<Glyph> line : lines(once(glyphs))) {
      split(line, runs);
    }
    return runs;
  }

  /// Some programs print a character several times, a hair apart, to make it look bold. The same
  /// letter twice in a word is further apart, however narrow it is.
  private static List<Glyph> once(List<Glyph> glyphs) {
    Map<Spot, Glyph> seen = new HashMap<>();
    List<Glyph> kept = new ArrayList<>();
    for (Glyph glyph : glyphs) {
      if (glyph.isSpace() || !isAgain(glyph, seen)) {
        seen.put(Spot.of(glyph, 0, 0), glyph);
        kept.add(glyph);
      }
    }
    return kept;
  }

  private static boolean isAgain(Glyph glyph, Map<Spot, Glyph> seen) {
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        Glyph other = seen.get(Spot.of(glyph, dx, dy));
        if (other != null
            && Math.abs(other.x() - glyph.x()) < HAIR * glyph.size()
            && Math.abs(other.y() - glyph.y()) < HAIR * glyph.size()) {
          return true;
        }
      }
    }
    return false;
  }

  /// A cell as wide as what a character may be off, in a grid for each character and size.
  private record Spot(String text, int size, int x, int y) {
    static Spot of(Glyph glyph, int dx, int dy) {
      float cell = HAIR * glyph.size();
      return new Spot(
          glyph.text(),
          Math.round(2 * glyph.size()),
          Math.round(glyph.x() / cell) + dx,
          Math.round(glyph.y() / cell) + dy);
    }
  }

  /// Glyphs of about one base line, from left to right.
  private static List<List<Glyph>> lines(List<Glyph> glyphs) {
    List<Glyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Glyph::y));
    List<List<Glyph>> lines = new ArrayList<>();
    List<Glyph> line = new ArrayList<>();
    for (Glyph glyph : sorted) {
      if (!line.isEmpty()
          && glyph.y() - line.getFirst().y()
              > SAME_LINE * Math.min(glyph.size(), line.getFirst().size())) {
        lines.add(line);
        line = new ArrayList<>();
      }
      line.add(glyph);
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    lines.forEach(l -> l.sort(Comparator.comparingDouble(Glyph::x)));
    return lines;
  }

  private static void split(List<Glyph> line, List<Run> runs) {
    var text = new StringBuilder();
    List<Glyph> held = new ArrayList<>();
    @Nullable Glyph last = null;
    boolean isSpaced = false;
    for (Glyph glyph : line) {
      if (glyph.isSpace()) {
        // White space that is set in the line bridges the gap that it makes.
        if (last != null && glyph.x() - last.end() < COLUMN_GAP * glyph.size()) {
          last = new Glyph(last.text(), last.x(), last.y(), glyph.end() - last.x(), last.size());
          isSpaced = true;
        }
        continue;
      }
      float size = last == null ? glyph.size() : Math.max(glyph.size(), last.size());
      if (last != null && glyph.x() - last.end() > COLUMN_GAP * size) {
        add(text, held, runs);
        isSpaced = false;
        last = null;
      }
      if (last != null && (isSpaced || isWordGap(last, glyph))) {
        text.append(' ');
      }
      text.append(glyph.text());
      held.add(glyph);
      last = glyph;
      isSpaced = false;
    }
    add(text, held, runs);
  }

  private static void add(StringBuilder text, List<Glyph> held, List<Run> runs) {
    if (!held.isEmpty()) {
      List<Glyph> bySize = held.stream().sorted(Comparator.comparingDouble(Glyph::size)).toList();
      Glyph usual = bySize.get(bySize.size() / 2);
      runs.add(
          new Run(
              text.toString(), held.getFirst().x(), held.getLast().end(), usual.y(), usual.size()));
    }
    text.setLength(0);
    held.clear();
  }

  private static boolean isWordGap(Glyph one, Glyph other) {
    int before = one.text().codePointBefore(one.text().length());
    int after = other.text().codePointAt(0);
    return before < 0x2000
        && after < 0x2000
        && other.x() - one.end() > WORD_GAP * Math.max(one.size(), other.size());
  }
}
