package dev.broadsheet.enrich.split;

import org.jspecify.annotations.Nullable;

/// An article in the making: its last paragraph and those before. Several readings of the page
/// share it, and so they share what is found out about it; owned by the split of one page.
final class Strand {
  /// A 讯头 further up than so many paragraphs tells nothing.
  private static final int FAR = 13;

  private final int first;
  private final Block last;
  private final @Nullable Strand before;
  private final int length;
  private final int size;
  private final boolean led;
  private @Nullable Strand longer;

  /// What was found out about the strand and the block that is read next.
  final Found found = new Found();

  /// What many readings of the page ask for. It holds for one block.
  static final class Found {
    private int block = -1;

    /// Ten times the share of words in common; not a number until it is known.
    double words;

    /// How well the block goes on with the strand; not a number until it is known.
    double goesOn;

    /// The same, empty where it was about another block.
    Found about(Block next) {
      if (block != next.index()) {
        block = next.index();
        words = Double.NaN;
        goesOn = Double.NaN;
      }
      return this;
    }
  }

  private Strand(int first, Block last, @Nullable Strand before) {
    this.first = first;
    this.last = last;
    this.before = before;
    this.length = (before == null ? 0 : before.length) + last.paragraph().length();
    this.size = before == null ? 1 : before.size + 1;
    this.led = before == null ? last.paragraph().isLead() : before.led;
  }

  static Strand open(Block block) {
    return new Strand(block.index(), block, null);
  }

  /// The strand with one more block, the same strand whoever asks.
  Strand with(Block block) {
    Strand known = longer;
    if (known == null || known.last.index() != block.index()) {
      known = new Strand(first, block, this);
      longer = known;
    }
    return known;
  }

  /// Index of the block that it opens with.
  int first() {
    return first;
  }

  /// The block that it ends with so far.
  Block last() {
    return last;
  }

  /// The strand without its last block, or null.
  @Nullable Strand before() {
    return before;
  }

  /// Characters so far.
  int length() {
    return length;
  }

  /// Whether its first paragraph has a 讯头.
  boolean isLed() {
    return led && size <= FAR;
  }
}
