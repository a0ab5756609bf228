package dev.broadsheet.cli.reindex;

import dev.broadsheet.ingest.table.Hash128;
import dev.broadsheet.ingest.table.LongTable;
import java.util.HashSet;
import java.util.Set;

/// How many articles each issue has by the current code, and how many by the articles topic. One
/// thread at a time.
final class IssueCounts {
  private static final int REFUSED = -1;

  private final LongTable table = new LongTable(3);
  private final long[] cells = new long[3];

  /// What the current code made of an issue's revision.
  void made(byte[] key, long revision, int articles) {
    table.write(Hash128.of(key), revision, articles, 0);
  }

  void refused(byte[] key, long revision) {
    made(key, revision, REFUSED);
  }

  boolean isRefused(String key) {
    return table.read(Hash128.of(key), cells) && cells[1] == REFUSED;
  }

  /// A live record of the articles topic. Positions of a revision have no gap, so the highest is
  /// the number.
  void known(String key, long revision, long position) {
    var hash = Hash128.of(key);
    if (table.read(hash, cells) && cells[0] == revision && cells[2] < position) {
      table.write(hash, cells[0], cells[1], position);
    }
  }

  /// Issues whose number of articles is another one now. Enrich remembers the number, and hides so
  /// many positions with the next revision: it must learn the new one.
  Set<Hash128> differing() {
    var result = new HashSet<Hash128>();
    table.forEach(
        (hash, values) -> {
          if (values[1] != REFUSED && values[1] != values[2]) {
            result.add(hash);
          }
        });
    return result;
  }
}
