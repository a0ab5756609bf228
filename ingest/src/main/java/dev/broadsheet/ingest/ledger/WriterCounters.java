package dev.broadsheet.ingest.ledger;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What the writer of the ledger has done, in numbers, and whether it is at it. Written by whoever
/// has the turn, read by any thread.
public final class WriterCounters {
  private final AtomicLong issues = new AtomicLong();
  private final AtomicLong retries = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();

  /// Revisions that were committed, withdrawals among them.
  public long issues() {
    return issues.get();
  }

  /// Attempts that failed and were made again.
  public long retries() {
    return retries.get();
  }

  /// Pieces of work that had an answer.
  public long answered() {
    return answered.get();
  }

  /// Pieces of work that wait for an answer.
  public int waiting() {
    return asked.get();
  }

  void asked() {
    asked.incrementAndGet();
  }

  void answered(boolean done) {
    asked.decrementAndGet();
    if (done) {
      answered.incrementAndGet();
    }
  }

  void committed(int revisions) {
    issues.addAndGet(revisions);
  }

  void retried() {
    retries.incrementAndGet();
  }
}
