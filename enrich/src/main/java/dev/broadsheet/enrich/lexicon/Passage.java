package dev.broadsheet.enrich.lexicon;

/// A stretch of text cut into words. Offsets are UTF-16 units of its [PlainText].
///
/// Immutable to everybody but the [Lattice] that fills it.
public final class Passage {
  private final PlainText text;
  private final int[] ends;
  private final int[] starts;
  private final WordClass[] classes;
  private final float[] costs;

  /// By position: the lists of which a word begins or ends there; see [Notes].
  private final int[] notes;

  Passage(PlainText text, int[] notes) {
    this.text = text;
    this.notes = notes;
    int length = text.length();
    ends = new int[length + 1];
    starts = new int[length + 1];
    classes = new WordClass[length + 1];
    costs = new float[length + 1];
  }

  void add(int start, int end, WordClass kind, float cost) {
    ends[start] = end;
    starts[end] = start + 1;
    classes[start] = kind;
    costs[start] = cost;
  }

  public PlainText text() {
    return text;
  }

  /// The characters to match; not to be changed.
  public char[] letters() {
    return text.letters();
  }

  public int length() {
    return ends.length - 1;
  }

  boolean hasNote(int note, int index) {
    return (notes[index] & note) != 0;
  }

  /// Whether a word begins at `index`, or the passage ends there.
  public boolean isBoundary(int index) {
    return index >= ends.length - 1 || ends[index] != 0;
  }

  /// End of the word that begins at `start`; `start` where none begins.
  public int wordEnd(int start) {
    return ends[start] != 0 ? ends[start] : start;
  }

  /// Start of the word that ends at `end`; -1 where none ends.
  public int wordStart(int end) {
    return starts[end] - 1;
  }

  /// Kind of the word that begins at `start`, where [#isBoundary] holds within the passage.
  public WordClass classAt(int start) {
    return classes[start];
  }

  /// How rare the word is that begins at `start`; see [WordDictionary#costOf].
  public float costAt(int start) {
    return costs[start];
  }
}
