package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Measure;
import dev.broadsheet.enrich.page.Row;
import dev.broadsheet.enrich.page.Rows;
import dev.broadsheet.enrich.page.WrapSpaces;
import dev.broadsheet.enrich.split.PagePieces.Piece;
import dev.broadsheet.enrich.split.RoleDecoder.State;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page with its rows read and their states decided; owned by the split of one page.
final class Page {
  private final List<RowFacts> rows;
  private final List<Piece> pieces;
  private final List<FurnitureRow> furniture;
  private final State[] states;
  private final int[] wraps;
  private final PageWords words;
  private final boolean indented;
  private final BitSet verses;

  private Page(
      List<RowFacts> rows,
      List<Piece> pieces,
      List<FurnitureRow> furniture,
      State[] states,
      int[] wraps,
      PageWords words,
      BitSet verses) {
    this.rows = rows;
    this.pieces = pieces;
    this.furniture = furniture;
    this.states = states;
    this.wraps = wraps;
    this.words = words;
    this.verses = verses;
    this.indented = hasIndents();
  }

  static Page of(String raw) {
    List<Piece> pieces = PagePieces.of(Rows.of(raw));
    List<Row> plain = new ArrayList<>(pieces.size());
    pieces.forEach(piece -> plain.add(piece.row()));
    int[] told = WrapSpaces.told(plain);
    int[] wraps = WrapSpaces.ofRows(plain, told);
    boolean spread = wraps.length > 0 && wraps[0] > 0 && wraps[wraps.length - 1] > 0;
    int[] measures = spread ? new int[wraps.length] : Measure.ofRows(plain);
    List<RowFacts> rows = new ArrayList<>(plain.size());
    List<FurnitureRow> furniture = new ArrayList<>(plain.size());
    for (int i = 0; i < plain.size(); i++) {
      Row row = plain.get(i);
      boolean spaced = told[i] > 0 || (wraps[i] > 0 && row.width() > wraps[i] + 2);
      rows.add(RowFacts.of(row, measures[i], spaced));
      furniture.add(FurnitureRow.of(row.text()));
    }
    PageWords words = PageWords.of(rows);
    RoleScores scores = new RoleScores(rows, pieces, furniture, words);
    State[] states = RoleDecoder.decode(rows, scores);
    return new Page(rows, pieces, furniture, states, wraps, words, scores.verses());
  }

  /// What each row shows.
  List<RowFacts> rows() {
    return rows;
  }

  int size() {
    return rows.size();
  }

  RowFacts row(int row) {
    return rows.get(row);
  }

  State state(int row) {
    return states[row];
  }

  /// What the row points to, when it is a jump mark.
  @Nullable Pointers pointer(int row) {
    return pieces.get(row).pointer();
  }

  /// Whether the row is a line of verse.
  boolean isVerse(int row) {
    return verses.get(row);
  }

  /// Whether the row is what someone says in a talk.
  boolean isTalk(int row) {
    return words.speakers().isLine(text(row));
  }

  /// How the row reads as furniture.
  FurnitureRow furniture(int row) {
    return furniture.get(row);
  }

  /// Measure of the column that the row was set in, told by wrap spaces; 0 for none.
  int wrap(int row) {
    return wraps[row];
  }

  /// Pairs of characters of the whole page.
  BigramSet pairs() {
    return words.pairs();
  }

  /// Tells which rows open a sentence.
  Openings openings() {
    return words.openings();
  }

  /// Whether paragraphs are told by an indent on this page.
  boolean isIndented() {
    return indented;
  }

  private boolean hasIndents() {
    int body = 0;
    int indents = 0;
    for (int i = 0; i < states.length; i++) {
      if (states[i] == State.BODY) {
        body++;
        indents += rows.get(i).row().indent() > 0 ? 1 : 0;
      }
    }
    return indents >= 4 && indents * 10 >= body && indents * 10 <= body * 7;
  }

  String text(int row) {
    return rows.get(row).text();
  }

  int gap(int row) {
    return rows.get(row).row().gap();
  }

  boolean isDisplay(int row) {
    return states[row] == State.DISPLAY;
  }

  boolean isByline(int row) {
    return states[row] == State.BYLINE;
  }
}
