package dev.broadsheet.enrich.split;

/// How a block ends.
///
/// @param open whether its sentence goes on elsewhere
/// @param signed whether its author stands in brackets behind it
/// @param lastWord whether reports of meetings end so
/// @param credit whether a photographer's credit is its end
record BlockEnd(boolean open, boolean signed, boolean lastWord, boolean credit) {
  static BlockEnd of(Block block) {
    String tail = block.paragraph().tail();
    return new BlockEnd(
        block.isOpen(),
        Signatures.isSigned(tail),
        SoftCuts.isLastWord(tail),
        BylineRows.endsWithCredit(tail));
  }
}
