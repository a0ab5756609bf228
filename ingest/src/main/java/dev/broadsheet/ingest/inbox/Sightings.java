package dev.broadsheet.ingest.inbox;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.file.FileStamp;
import dev.broadsheet.ingest.file.PathHash;
import dev.broadsheet.ingest.table.Hash128;
import dev.broadsheet.ingest.table.LongTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What was seen of the files of the inbox: which are settled enough to be read, and which need not
/// be looked at again in this process. One thread at a time.
///
/// Nothing is lost with it: a file that is read again for nothing is told unchanged by the ledger.
final class Sightings {
  /// A file whose last change is as long ago as this is not being written, even if the clocks of
  /// the machine and of a file server disagree.
  private static final Duration LONG_AGO = Duration.ofMinutes(10);

  private static final int WIDTH = 3;
  private static final int STATE = 0;
  private static final int DONE = 1;
  private static final int PASS = 2;
  private static final int TAKEN = -1;
  private static final int REFUSED = -2;
  private static final long SMALL = 10_000;

  /// A state of a file that may still change.
  private record Unsettled(FileStamp stamp, long since, long pass) {}

  private final Duration settle;
  private final Map<Path, Unsettled> unsettled = new HashMap<>();
  private final long[] cells = new long[WIDTH];
  private LongTable seen = new LongTable(WIDTH);
  private long visited;

  Sightings(Duration settle) {
    this.settle = settle;
  }

  /// What to do about a file.
  enum Advice {
    /// Read it.
    TAKE,
    /// Look again soon: it may still be written to.
    WAIT,
    /// It was refused and has not changed.
    SKIP,
    /// It was taken in and has not changed: it keeps its issue key.
    KEEP
  }

  /// Looks at a file.
  ///
  /// @param now wall clock, for files that have not changed for long
  /// @param nanos of a clock that only runs forward
  Advice look(Path file, FileStamp stamp, long pass, Instant now, long nanos) {
    visited++;
    var key = key(file);
    if (seen.read(key, cells) && cells[STATE] == state(stamp)) {
      cells[PASS] = pass;
      seen.write(key, cells);
      if (cells[DONE] < 0) {
        return cells[DONE] == TAKEN ? Advice.KEEP : Advice.SKIP;
      }
    }
    if (isOld(stamp, now)) {
      unsettled.remove(file);
      return Advice.TAKE;
    }
    Unsettled before = unsettled.get(file);
    if (before == null || !before.stamp.equals(stamp)) {
      unsettled.put(file, new Unsettled(stamp, nanos, pass));
      return Advice.WAIT;
    }
    unsettled.put(file, new Unsettled(stamp, before.since, pass));
    return nanos - before.since >= settle.toNanos() ? Advice.TAKE : Advice.WAIT;
  }

  /// Remembers that a file was taken in.
  void taken(Path file, FileStamp stamp, long pass) {
    unsettled.remove(file);
    seen.write(key(file), state(stamp), TAKEN, pass);
  }

  /// Remembers a refusal that only a change of the file can undo.
  void refused(Path file, FileStamp stamp, long pass) {
    unsettled.remove(file);
    seen.write(key(file), state(stamp), REFUSED, pass);
  }

  /// Remembers a refusal that may pass without the file changing.
  ///
  /// @return whether it is the first for this reason and this state of the file
  boolean refusedForNow(Path file, FileStamp stamp, RejectReason reason, long pass) {
    var key = key(file);
    boolean again =
        seen.read(key, cells) && cells[STATE] == state(stamp) && cells[DONE] == waiting(reason);
    seen.write(key, state(stamp), waiting(reason), pass);
    return !again;
  }

  /// Ends a walk that saw everything: forgets files that are gone.
  void endPass(long pass) {
    unsettled.values().removeIf(u -> u.pass < pass);
    if (seen.size() > 2 * visited + SMALL) {
      var kept = new LongTable(WIDTH);
      seen.forEach(
          (key, values) -> {
            if (values[PASS] >= pass) {
              kept.write(key, values);
            }
          });
      seen = kept;
    }
    visited = 0;
  }

  /// Whether some file is waited for.
  boolean hasUnsettled() {
    return !unsettled.isEmpty();
  }

  /// Never negative, unlike what is final.
  private static long waiting(RejectReason reason) {
    return Integer.toUnsignedLong(reason.code().hashCode());
  }

  private static boolean isOld(FileStamp stamp, Instant now) {
    return Instant.EPOCH.plusNanos(stamp.modified()).plus(LONG_AGO).isBefore(now);
  }

  private static Hash128 key(Path file) {
    return PathHash.of(file);
  }

  /// Any change of the stamp gives another number.
  private static long state(FileStamp stamp) {
    return Hash128.of(
            "%d %d %d %s".formatted(stamp.size(), stamp.modified(), stamp.identity(), stamp.kind()))
        .high();
  }
}
