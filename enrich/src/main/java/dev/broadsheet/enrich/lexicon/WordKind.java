package dev.broadsheet.enrich.lexicon;

/// What a segmenter knows of a word, its cost and its class, as one number: words of a text are
/// read without a step to another place. The lower bits are left to a [Passage].
final class WordKind {
  /// Bits of a position in a passage, or of one more than it.
  static final int POSITION_BITS = 13;

  static final int MOST_POSITIONS = (1 << POSITION_BITS) - 1;

  private static final int CLASS_SHIFT = 2 * POSITION_BITS;
  private static final int CLASS_BITS = 5;
  private static final WordClass[] CLASSES = WordClass.values();

  private WordKind() {}

  /// It is kept no longer than the program runs.
  @SuppressWarnings("EnumOrdinal")
  static long of(float cost, WordClass kind) {
    return (long) Float.floatToIntBits(cost) << Integer.SIZE | (long) kind.ordinal() << CLASS_SHIFT;
  }

  static float cost(long kind) {
    return Float.intBitsToFloat((int) (kind >>> Integer.SIZE));
  }

  static WordClass classOf(long kind) {
    return CLASSES[(int) (kind >>> CLASS_SHIFT) & (1 << CLASS_BITS) - 1];
  }
}
