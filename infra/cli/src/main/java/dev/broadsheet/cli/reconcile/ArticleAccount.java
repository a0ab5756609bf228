package dev.broadsheet.cli.reconcile;

import dev.broadsheet.ingest.table.Hash128;

/// What is known of one article, in numbers that fit a table. Versions as in [IssueAccount].
///
/// @param topic version of the newest record in the articles topic
/// @param index version in the index
/// @param letter highest revision that is dead-lettered
/// @param moving whether it changed after the count began, or the sink is not that far
/// @param doubled whether more than one index behind the aliases holds it
/// @param position in its issue
/// @param issue hash of its issue's key
record ArticleAccount(
    long topic,
    long index,
    long letter,
    boolean moving,
    boolean doubled,
    long position,
    Hash128 issue) {
  static final int WIDTH = 6;

  static ArticleAccount of(long[] cells) {
    return new ArticleAccount(
        cells[0],
        cells[1],
        cells[2],
        (cells[3] & 1) == 1,
        (cells[3] & 2) == 2,
        cells[3] >>> 2,
        new Hash128(cells[4], cells[5]));
  }

  long[] cells() {
    long flags = (moving ? 1 : 0) | (doubled ? 2 : 0);
    return new long[] {topic, index, letter, position << 2 | flags, issue.high(), issue.low()};
  }

  /// A record; a later one of the same revision takes the place of an earlier one.
  ArticleAccount topic(long version, boolean late) {
    long newest = version >>> 1 >= topic >>> 1 ? version : topic;
    return new ArticleAccount(newest, index, letter, moving || late, doubled, position, issue);
  }

  ArticleAccount index(long version) {
    return new ArticleAccount(
        topic, Math.max(index, version), letter, moving, index != 0, position, issue);
  }

  ArticleAccount letter(long revision) {
    return new ArticleAccount(
        topic, index, Math.max(letter, revision), moving, doubled, position, issue);
  }

  long revision() {
    return topic >>> 1;
  }

  boolean live() {
    return topic != 0 && (topic & 1) == 0;
  }

  /// Its fate, given its issue's newest revision that is neither pending nor dead-lettered, or 0.
  Fate fate(long settledRevision) {
    Fate fate = settled(settledRevision);
    return moving && fate.wrong() ? Fate.PENDING : fate;
  }

  private Fate settled(long settledRevision) {
    if (topic == 0) {
      // A hidden document that nothing stands behind is what reindex leaves of a position.
      return (index & 1) == 1 ? Fate.COMPLETE : Fate.EXTRA;
    }
    if (live() && revision() < settledRevision) {
      return Fate.STALE;
    }
    if (index >>> 1 > revision()) {
      return Fate.EXTRA;
    }
    if (index >>> 1 == revision()) {
      return Fate.COMPLETE;
    }
    if (letter == revision()) {
      return Fate.DEAD_LETTERED;
    }
    return index == 0 ? Fate.MISSING : Fate.STALE;
  }

  String detail() {
    if (topic == 0) {
      return "revision %d is in the index, but the articles topic does not know it"
          .formatted(index >>> 1);
    }
    if (index == 0) {
      return "revision %d is in the articles topic, but not in the index".formatted(revision());
    }
    if (index >>> 1 == revision()) {
      return "revision %d is still live, though its issue has a newer one".formatted(revision());
    }
    return "revision %d in the articles topic, %d in the index".formatted(revision(), index >>> 1);
  }
}
