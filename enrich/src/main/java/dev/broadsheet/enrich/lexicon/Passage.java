package dev.broadsheet.enrich.lexicon;

/// A stretch of text cut into words. Offsets are UTF-16 units of its [PlainText].
///
/// Immutable to everybody but the [Lattice] that fills it.
public final class Passage {
  private final PlainText text;

  /// By position: what word begins there, its kind and its end, and where the word begins that ends
  /// there, one more than it is. What is asked for together lies together.
  private final long[] words;

  /// By position: the lists of which a word begins or ends there; see [Notes].
  private final int[] notes;

  private final SpottedWords spotted;
  private final Spots spots;

  Passage(PlainText text, int[] notes, SpottedWords spotted, Spots spots) {
    this.text = text;
    this.notes = notes;
    this.spotted = spotted;
    this.spots = spots;
    words = new long[text.length() + 1];
  }

  void add(int start, int end, long kind) {
    words[start] |= kind | (long) end << WordKind.POSITION_BITS;
    words[end] |= start + 1;
  }

  public PlainText text() {
    return text;
  }

  /// The characters to match; not to be changed.
  public char[] letters() {
    return text.letters();
  }

  public int length() {
    return words.length - 1;
  }

  boolean hasNote(int note, int index) {
    return (notes[index] & note) != 0;
  }

  /// Where words of a list stand.
  ///
  /// @throws IllegalArgumentException when the passage was cut by a segmenter without this list
  public Spots spots(SpottedWords words) {
    if (spotted != words) {
      throw new IllegalArgumentException("passage of a segmenter that was given other words");
    }
    return spots;
  }

  /// Whether a word begins at `index`, or the passage ends there.
  public boolean isBoundary(int index) {
    return index >= words.length - 1 || end(index) != 0;
  }

  /// End of the word that begins at `start`; `start` where none begins.
  public int wordEnd(int start) {
    int end = end(start);
    return end != 0 ? end : start;
  }

  private int end(int start) {
    return (int) (words[start] >>> WordKind.POSITION_BITS) & WordKind.MOST_POSITIONS;
  }

  /// Start of the word that ends at `end`; -1 where none ends.
  public int wordStart(int end) {
    return ((int) words[end] & WordKind.MOST_POSITIONS) - 1;
  }

  /// Kind of the word that begins at `start`, where [#isBoundary] holds within the passage.
  public WordClass classAt(int start) {
    return WordKind.classOf(words[start]);
  }

  /// How rare the word is that begins at `start`; see [WordDictionary#costOf].
  public float costAt(int start) {
    return WordKind.cost(words[start]);
  }
}
