package dev.broadsheet.ingest.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts characters together to runs.
final class Runs {
  /// Between columns is more space than this, in ems; between the characters of a line less.
  static final float COLUMN_GAP = 0.7f;

  /// Letters and digits that are further apart than this, in ems, are different words.
  private static final float WORD_GAP = 0.18f;

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

  /// Some programs print a character several times, a hair apart, to make it look bold.
  private static List<Glyph> once(List<Glyph> glyphs) {
    record Spot(String text, int x, int y) {}
    Set<Spot> seen = new HashSet<>();
    List<Glyph> kept = new ArrayList<>();
    for (Glyph glyph : glyphs) {
      float cell = Math.max(1, glyph.size() * 0.4f);
      int x = Math.round(glyph.x() / cell);
      int y = Math.round(glyph.y() / cell);
      boolean isNew = true;
      for (int dx = -1; dx <= 1 && isNew; dx++) {
        for (int dy = -1; dy <= 1 && isNew; dy++) {
          isNew = !seen.contains(new Spot(glyph.text(), x + dx, y + dy));
        }
      }
      if (isNew || glyph.isSpace()) {
        seen.add(new Spot(glyph.text(), x, y));
        kept.add(glyph);
      }
    }
    return kept;
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
