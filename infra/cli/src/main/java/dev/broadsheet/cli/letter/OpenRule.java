package dev.broadsheet.cli.letter;

import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.ingest.table.Hash128;
import dev.broadsheet.ingest.table.LongTable;
import java.util.HashSet;
import java.util.Set;

/// Which letters are open. Dead-letter topics keep everything, so being there says little: a letter
/// is closed once its issue has a newer revision in the ledger, be it a replay, other bytes or a
/// withdrawal. Whether that one got through is told by its own articles or its own letter. Letters
/// that name no revision can only be closed by hand. One thread at a time.
final class OpenRule {
  private final LongTable revisions = new LongTable(1);
  private final long[] cell = new long[1];
  private final Set<String> closed = new HashSet<>();

  void ledger(String key, LedgerEntry entry) {
    var hash = Hash128.of(key);
    if (!revisions.read(hash, cell) || cell[0] < entry.revision()) {
      revisions.write(hash, entry.revision());
    }
  }

  void closedByHand(String place) {
    closed.add(place);
  }

  boolean isOpen(Letter letter) {
    if (closed.contains(letter.place().toString())) {
      return false;
    }
    String issue = letter.issue();
    return issue == null
        || letter.revision() == 0
        || !revisions.read(Hash128.of(issue), cell)
        || cell[0] <= letter.revision();
  }
}
