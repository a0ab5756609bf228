package dev.broadsheet.ingest.ledger;

import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.ingest.table.Hash128;
import dev.broadsheet.ingest.table.LongTable;
import java.util.HexFormat;
import java.util.Optional;

/// The newest ledger entry of every issue key, in 64 bytes a slot: half a hash of the key, the
/// whole hash of the content, revision, state and size. One thread at a time.
final class LedgerIndex {
  private static final int HASH_DIGITS = 64;
  private static final int WIDTH = 6;
  private static final int VERSION = 4;
  private static final int SIZE = 5;

  private LongTable table = new LongTable(WIDTH);
  private final long[] cells = new long[WIDTH];

  /// The entry of a key; empty when nothing was ever taken in under it.
  Optional<LedgerEntry> find(String key) {
    if (!table.read(Hash128.of(key), cells) || cells[VERSION] == 0) {
      return Optional.empty();
    }
    var sha256 = new StringBuilder(HASH_DIGITS);
    for (int i = 0; i < VERSION; i++) {
      sha256.append(HexFormat.of().toHexDigits(cells[i]));
    }
    return Optional.of(
        new LedgerEntry(
            cells[VERSION] >>> 1,
            sha256.toString(),
            cells[SIZE],
            (cells[VERSION] & 1) == 0 ? LedgerEntry.State.ACCEPTED : LedgerEntry.State.WITHDRAWN));
  }

  /// Takes an entry in. One of an older or the same revision changes nothing, so that reading a
  /// stretch of the ledger twice is harmless.
  ///
  /// @throws IllegalArgumentException when the entry's hash is not 64 hex digits
  void apply(String key, LedgerEntry entry) {
    if (entry.revision() < 1 || entry.sha256().length() != HASH_DIGITS) {
      throw new IllegalArgumentException("ledger entry %s".formatted(entry));
    }
    var hash = Hash128.of(key);
    if (table.read(hash, cells) && cells[VERSION] >>> 1 >= entry.revision()) {
      return;
    }
    for (int i = 0; i < VERSION; i++) {
      cells[i] = Long.parseUnsignedLong(entry.sha256(), 16 * i, 16 * (i + 1), 16);
    }
    int withdrawn = entry.state() == LedgerEntry.State.WITHDRAWN ? 1 : 0;
    cells[VERSION] = entry.revision() << 1 | withdrawn;
    cells[SIZE] = entry.size();
    table.write(hash, cells);
  }

  /// Forgets a key: the ledger was purged of it.
  void forget(String key) {
    var hash = Hash128.of(key);
    if (table.read(hash, cells)) {
      table.write(hash, new long[WIDTH]);
    }
  }

  /// Forgets everything.
  void clear() {
    table = new LongTable(WIDTH);
  }

  /// Keys that were ever seen.
  long size() {
    return table.size();
  }

  /// Bytes that the index takes.
  long bytes() {
    return table.bytes();
  }
}
