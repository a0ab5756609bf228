package dev.broadsheet.cli.reconcile;

/// What is known of one issue, in six numbers that fit a table. Versions are revisions times two,
/// plus one when withdrawn; 0 when there is none.
///
/// @param ledger version in the ledger
/// @param topic version in the issues topic
/// @param letter highest revision that is dead-lettered
/// @param moving whether it changed after the count began, or enrich is not that far
/// @param live articles of the topic's revision in the articles topic that are not withdrawn
/// @param last highest position among them
record IssueAccount(long ledger, long topic, long letter, boolean moving, long live, long last) {
  static final int WIDTH = 5;

  static IssueAccount of(long[] cells) {
    return new IssueAccount(
        cells[0], cells[1], cells[2] >>> 1, (cells[2] & 1) == 1, cells[3], cells[4]);
  }

  long[] cells() {
    return new long[] {ledger, topic, letter << 1 | (moving ? 1 : 0), live, last};
  }

  IssueAccount ledger(long version, boolean late) {
    return new IssueAccount(Math.max(ledger, version), topic, letter, moving || late, live, last);
  }

  IssueAccount topic(long version, boolean late) {
    return new IssueAccount(ledger, Math.max(topic, version), letter, moving || late, live, last);
  }

  IssueAccount letter(long revision) {
    return new IssueAccount(ledger, topic, Math.max(letter, revision), moving, live, last);
  }

  IssueAccount article(long position) {
    return new IssueAccount(ledger, topic, letter, moving, live + 1, Math.max(last, position));
  }

  long revision() {
    return topic >>> 1;
  }

  boolean withdrawn() {
    return (topic & 1) == 1;
  }

  Fate fate() {
    Fate fate = settled();
    return moving && fate.wrong() ? Fate.PENDING : fate;
  }

  private Fate settled() {
    if (ledger == 0) {
      return Fate.EXTRA;
    }
    if (topic == 0) {
      return Fate.MISSING;
    }
    if (topic != ledger) {
      return topic < ledger ? Fate.STALE : Fate.EXTRA;
    }
    if (withdrawn() || (live > 0 && live == last)) {
      return Fate.COMPLETE;
    }
    return letter == revision() ? Fate.DEAD_LETTERED : Fate.MISSING;
  }

  String detail() {
    if (ledger == 0) {
      return "revision %d is in the issues topic, but the ledger does not know it"
          .formatted(revision());
    }
    if (topic == 0) {
      return "revision %d is in the ledger, but nothing is in the issues topic"
          .formatted(ledger >>> 1);
    }
    if (topic != ledger) {
      return "revision %d in the ledger, %d in the issues topic"
          .formatted(ledger >>> 1, revision());
    }
    return live == 0
        ? "revision %d has neither articles nor a dead letter".formatted(revision())
        : "revision %d has %d articles up to position %d".formatted(revision(), live, last);
  }
}
