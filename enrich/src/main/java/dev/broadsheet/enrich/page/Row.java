package dev.broadsheet.enrich.page;

/// A printed line of the page, or the part of one that has a role of its own.
///
/// @param start offset of the first printed character in the raw text, in UTF-16 units
/// @param end offset behind the last printed character
/// @param text the printed characters, without white space around them; for vertical text the
///     letters in a row
/// @param gap blank lines above; 0 directly below the row before, -1 on the same line
/// @param indent spaces before the text, an ideographic one counting 2
/// @param width printed width in half-width units, which many ask for
public record Row(int start, int end, String text, int gap, int indent, int width) {

  /// With the width of the text.
  public Row(int start, int end, String text, int gap, int indent) {
    this(start, end, text, gap, indent, Glyphs.width(text));
  }

  /// The part of this row from `from` to `to`, without the white space around it.
  public Row part(int from, int to) {
    int a = from;
    int b = to;
    while (a < b && Glyphs.isBlank(text.charAt(a))) {
      a++;
    }
    while (b > a && Glyphs.isBlank(text.charAt(b - 1))) {
      b--;
    }
    boolean first = from == 0;
    return new Row(
        start + a, start + b, text.substring(a, b), first ? gap : -1, first ? indent : 0);
  }
}
