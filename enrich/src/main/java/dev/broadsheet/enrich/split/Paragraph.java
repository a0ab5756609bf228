package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paragraph under construction; owned by the split of one page.
final class Paragraph {
  private static final int TAIL = 40;

  /// A string until it grows: most paragraphs are one row.
  private CharSequence text;

  /// The text as a string, from when it is asked for until it grows or is cut.
  private @Nullable String printed;

  /// Its last characters, likewise.
  private @Nullable String tail;

  private @Nullable Ending ending;
  private int @Nullable [] pairs;
  private int @Nullable [] words;

  private final List<Integer> rows = new ArrayList<>();
  private final boolean lead;
  private final int measure;
  private boolean crosshead;
  private boolean verse;
  private String why = "running text";

  Paragraph(String text, int row, boolean lead, int measure) {
    this.text = text;
    this.rows.add(row);
    this.lead = lead;
    this.measure = measure;
  }

  /// Goes on with the next piece.
  void append(String piece, int row) {
    forget();
    char last = text.isEmpty() ? '。' : text.charAt(text.length() - 1);
    if (last < 0x80
        && Character.isLetter(last)
        && Character.isLetter(piece.charAt(0))
        && piece.charAt(0) < 0x80) {
      grow(" ");
    }
    grow(piece);
    rows.add(row);
  }

  private void grow(String piece) {
    StringBuilder grown = text instanceof StringBuilder builder ? builder : new StringBuilder(text);
    text = grown.append(piece);
  }

  /// Takes over the text and rows of a paragraph that goes on from this one.
  void append(Paragraph rest) {
    append(rest.text(), rest.rows.getFirst());
    rows.addAll(rest.rows.subList(1, rest.rows.size()));
  }

  /// Parts the text from `at` on from this paragraph.
  Paragraph splitAt(int at) {
    Paragraph below = new Paragraph(text().substring(at), rows.getLast(), false, measure);
    text = text().substring(0, at);
    forget();
    return below;
  }

  private void forget() {
    printed = null;
    tail = null;
    ending = null;
    pairs = null;
    words = null;
  }

  String text() {
    String known = printed == null ? text.toString() : printed;
    printed = known;
    return known;
  }

  /// The number of the pair that ends at each character. A page has one numbering.
  int[] pairs(Pairs numbering) {
    int[] known = pairs == null ? numbering.in(text()) : pairs;
    pairs = known;
    return known;
  }

  /// The numbers of its pairs, each once, in the order of the text.
  int[] words(Pairs numbering) {
    int[] known = words == null ? numbering.of(text()) : words;
    words = known;
    return known;
  }

  int length() {
    return text.length();
  }

  List<Integer> rows() {
    return rows;
  }

  boolean isLead() {
    return lead;
  }

  /// Why it is where it is, for people.
  String why() {
    return why;
  }

  void explain(String reason) {
    why = reason;
  }

  boolean isCrosshead() {
    return crosshead;
  }

  boolean isVerse() {
    return verse;
  }

  /// Makes it a line of verse, with which no other goes on whatever its end.
  void markVerse() {
    verse = true;
  }

  void markCrosshead() {
    crosshead = true;
  }

  /// Width of the column that it was set in, 0 when not told.
  int measure() {
    return measure;
  }

  /// Its last characters.
  String tail() {
    String known = tail == null ? last(TAIL) : tail;
    tail = known;
    return known;
  }

  private String last(int characters) {
    return text.subSequence(Math.max(0, text.length() - characters), text.length()).toString();
  }

  Ending ending() {
    if (verse) {
      return Ending.CLOSED;
    }
    Ending known = ending == null ? read() : ending;
    ending = known;
    return known;
  }

  private Ending read() {
    if (text.length() <= TAIL && (TextSigns.isComplete(text()) || TextSigns.isHouse(text()))) {
      return Ending.CLOSED;
    }
    return Ending.of(tail());
  }
}
