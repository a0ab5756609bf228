package dev.broadsheet.enrich.split;

import org.jspecify.annotations.Nullable;

/// An article in the making: its last paragraph and those before. Immutable, so that several
/// readings of the page can share it.
///
/// @param first index of the block that it opens with
/// @param last the block that it ends with so far
/// @param before the strand without its last block, or null
/// @param length characters so far
record Strand(int first, Block last, @Nullable Strand before, int length) {
  static Strand open(Block block) {
    return new Strand(block.index(), block, null, block.paragraph().length());
  }

  /// Whether it is this very strand: comparing what they hold would walk down both.
  @SuppressWarnings("ReferenceEquality")
  boolean is(Strand other) {
    return this == other;
  }

  Strand with(Block block) {
    return new Strand(first, block, this, length + block.paragraph().length());
  }

  /// Whether its first paragraph has a 讯头.
  boolean isLed() {
    Strand strand = this;
    for (int i = 0; i < 12 && strand.before != null; i++) {
      strand = strand.before;
    }
    return strand.before == null && strand.last.paragraph().isLead();
  }
}
