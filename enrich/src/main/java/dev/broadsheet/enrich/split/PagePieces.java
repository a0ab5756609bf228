package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import dev.broadsheet.enrich.page.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts rows that hold pieces of several kinds: a jump mark behind a paragraph, a byline behind a
/// headline.
final class PagePieces {
  /// A piece of a row.
  ///
  /// @param pointer what it points to when it is a jump mark
  /// @param isByline whether it is a byline
  record Piece(Row row, @Nullable Pointers pointer, boolean isByline) {}

  private static final int LONGEST_HEADLINE = 90;

  private final List<Piece> pieces = new ArrayList<>();

  private PagePieces() {}

  static List<Piece> of(List<Row> rows) {
    PagePieces page = new PagePieces();
    rows.forEach(page::cut);
    return page.pieces;
  }

  private void cut(Row row) {
    Pointers from = Pointers.atStart(row.text());
    if (from != null) {
      add(row.part(from.from(), from.to()), from);
      if (from.to() < row.text().length()) {
        rest(tail(row, from.to()));
      }
    } else {
      rest(row);
    }
  }

  private static Row tail(Row row, int from) {
    Row tail = row.part(from, row.text().length());
    return new Row(tail.start(), tail.end(), tail.text(), -1, 0);
  }

  private void rest(Row row) {
    Pointers end = isVertical(row) ? null : Pointers.atEnd(row.text());
    if (end == null) {
      byline(row);
      return;
    }
    if (end.from() > 0) {
      byline(row.part(0, end.from()));
    }
    Row mark = row.part(end.from(), end.to());
    add(end.from() > 0 ? new Row(mark.start(), mark.end(), mark.text(), -1, 0) : mark, end);
  }

  private void byline(Row row) {
    if (row.text().isEmpty()) {
      return;
    }
    boolean whole = BylineRows.isByline(row.text());
    int signature = isVertical(row) || whole ? -1 : Signatures.start(row.text());
    if (signature > 0) {
      pieces.add(new Piece(row.part(0, signature), null, false));
      pieces.add(new Piece(tail(row, signature), null, true));
      return;
    }
    int from = isVertical(row) || whole ? -1 : BylineRows.behindHeadline(row.text());
    if (from < 0 || Ending.of(row.text()).isEnd() || row.text().length() > LONGEST_HEADLINE) {
      pieces.add(new Piece(row, null, whole));
      return;
    }
    if (from > 0) {
      Row head = row.part(0, from);
      pieces.add(new Piece(head, null, BylineRows.isByline(head.text())));
    }
    pieces.add(new Piece(tail(row, from), null, true));
  }

  private void add(Row row, Pointers pointer) {
    if (!row.text().isEmpty()) {
      pieces.add(new Piece(row, pointer, false));
    }
  }

  static boolean isVertical(Row row) {
    return row.end() - row.start() != row.text().length();
  }
}
