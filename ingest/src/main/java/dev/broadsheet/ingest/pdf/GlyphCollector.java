package dev.broadsheet.ingest.pdf;

import dev.broadsheet.ingest.layout.Glyph;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// The characters of pages with their places.
final class GlyphCollector extends PDFTextStripper {
  private final int most;
  private List<Glyph> glyphs = new ArrayList<>();
  private int seen;
  private int unmapped;

  /// @param most characters of a file
  GlyphCollector(int most) {
    this.most = most;
  }

  /// The characters of a page, in the order in which they are printed.
  List<Glyph> collect(PDDocument document, int page) throws IOException {
    glyphs = new ArrayList<>();
    setStartPage(page);
    setEndPage(page);
    writeText(document, Writer.nullWriter());
    return glyphs;
  }

  boolean isOverLimit() {
    return seen > most;
  }

  int seen() {
    return seen;
  }

  /// Characters for which the file has a shape but does not say which they are.
  int unmapped() {
    return unmapped;
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    seen++;
    if (isOverLimit()) {
      return;
    }
    if (font.toUnicode(code) == null) {
      unmapped++;
    }
    super.showGlyph(matrix, font, code, displacement);
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    String text = position.getUnicode();
    if (text == null || text.isEmpty()) {
      return;
    }
    glyphs.add(
        new Glyph(
            Radicals.healed(text),
            position.getXDirAdj(),
            position.getYDirAdj(),
            position.getWidthDirAdj(),
            Math.abs(position.getYScale())));
  }
}
