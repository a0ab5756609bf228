package dev.broadsheet.enrich.lexicon;

/// Several lists of which it only matters whether a word of any of them is noted somewhere: asked
/// at every character, it says of most that nothing is to be found there.
public final class NoteSet {
  private final int notes;

  private NoteSet(int notes) {
    this.notes = notes;
  }

  /// The set of these lists.
  ///
  /// @param lists of the same [Notes]
  public static NoteSet of(NotedWords... lists) {
    int notes = 0;
    for (NotedWords list : lists) {
      notes |= list.note();
    }
    return new NoteSet(notes);
  }

  /// Whether [NotedWords#isNoted] holds for one of the lists.
  public boolean isNoted(Passage passage, int index) {
    return passage.hasNote(notes, index);
  }
}
