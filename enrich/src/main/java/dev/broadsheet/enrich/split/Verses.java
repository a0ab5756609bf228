package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import dev.broadsheet.enrich.split.PagePieces.Piece;
import java.util.BitSet;
import java.util.List;

/// Rows of a poem: short lines one below the other, most of them with a mark at the end, or without
/// marks below the poet's name. Each is a line of its own and none a headline.
final class Verses {
  private static final int LONGEST = 14;
  private static final int LONGEST_FREE = 12;
  private static final int FEWEST = 4;
  private static final int FEWEST_FREE = 5;
  private static final int HEAD_ROWS = 4;
  private static final int MEAN_FREE = 9;

  private Verses() {}

  /// The rows that are lines of verse.
  static BitSet of(List<RowFacts> rows, List<Piece> pieces, double[] furniture) {
    BitSet verses = new BitSet();
    int i = 0;
    while (i < rows.size()) {
      int end = i;
      while (end < rows.size()
          && isShort(rows.get(end), pieces.get(end), furniture[end])
          && (end == i || rows.get(end).row().gap() <= 0)) {
        end++;
      }
      int first = Math.max(i, belowName(rows, i, end));
      boolean signed = first > i || (i > 0 && pieces.get(i - 1).isByline());
      boolean goesOn = i > 0 && verses.get(i - 1) && rows.get(i).row().gap() == 1;
      boolean stanzas = goesOn || opensStanza(rows, pieces, furniture, end);
      if (isPoem(rows.subList(first, end), signed || goesOn, stanzas ? FEWEST : FEWEST_FREE)) {
        verses.set(first, end);
      }
      i = Math.max(end, i + 1);
    }
    return verses;
  }

  /// Whether short rows go on behind a blank line.
  private static boolean opensStanza(
      List<RowFacts> rows, List<Piece> pieces, double[] furniture, int from) {
    if (from + FEWEST > rows.size() || rows.get(from).row().gap() != 1) {
      return false;
    }
    for (int i = from; i < from + FEWEST; i++) {
      boolean apart = i > from && rows.get(i).row().gap() > 0;
      if (apart || !isShort(rows.get(i), pieces.get(i), furniture[i])) {
        return false;
      }
    }
    return true;
  }

  /// Behind the poet's name among the first rows, 0 without.
  private static int belowName(List<RowFacts> rows, int from, int to) {
    for (int i = from; i < Math.min(to, from + HEAD_ROWS); i++) {
      if (PersonNames.areNames(rows.get(i).text())) {
        return i + 1;
      }
    }
    return 0;
  }

  private static boolean isShort(RowFacts row, Piece piece, double furniture) {
    return row.text().length() <= LONGEST
        && row.lead() == 0
        && row.row().gap() >= 0
        && furniture <= 0
        && piece.pointer() == null
        && !piece.isByline();
  }

  private static boolean isPoem(List<RowFacts> block, boolean signed, int fewest) {
    int marked = 0;
    int characters = 0;
    int longest = 0;
    for (RowFacts row : block) {
      marked += row.ending() == Ending.BARE ? 0 : 1;
      characters += row.text().length();
      longest = Math.max(longest, row.text().length());
    }
    int size = block.size();
    if (size >= FEWEST && marked * 4 >= size * 3) {
      return true;
    }
    return signed && size >= fewest && longest <= LONGEST_FREE && characters <= MEAN_FREE * size;
  }
}
