package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.file.PathHash;
import dev.broadsheet.ingest.table.Hash128;
import dev.broadsheet.ingest.table.LongTable;
import java.nio.file.Path;

/// Which file stands for which issue key, so that two files of one key do not take turns in
/// replacing each other. One thread at a time.
final class KeyOwners {
  private static final int WIDTH = 3;

  private final LongTable owners = new LongTable(WIDTH);
  private final long[] cells = new long[WIDTH];

  /// Whether another file has the key.
  boolean isTaken(String key, Path file, long pass) {
    var fileHash = PathHash.of(file);
    return owners.read(Hash128.of(key), cells)
        && cells[2] >= pass - 1
        && !(cells[0] == fileHash.high() && cells[1] == fileHash.low());
  }

  /// Gives a key to a file, unless another file has it.
  ///
  /// @param pass number of the walk, rising; a claim that was not renewed in the pass before this
  ///     one is void, for its file is gone
  void claim(String key, Path file, long pass) {
    if (!isTaken(key, file, pass)) {
      var fileHash = PathHash.of(file);
      owners.write(Hash128.of(key), fileHash.high(), fileHash.low(), pass);
    }
  }
}
