package dev.broadsheet.ingest.intake;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.file.FileReading;
import dev.broadsheet.ingest.file.FileStamp;
import dev.broadsheet.ingest.file.IssueKeys;
import dev.broadsheet.ingest.file.IssueReader;
import dev.broadsheet.ingest.file.Printable;
import dev.broadsheet.ingest.ledger.IncomingIssue;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import dev.broadsheet.ingest.ledger.Publication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the files that it is offered and publishes them in batches, each batch one transaction.
/// Memory holds one batch, however many files come. One thread at a time.
public final class Intake {
  /// What a batch may hold; one file always fits.
  ///
  /// @param issues number of issues
  /// @param bytes of their files
  /// @param reissue whether withdrawn issues come back
  public record Batch(int issues, long bytes, boolean reissue) {}

  private record Waiting(Path file, FileStamp stamp, IncomingIssue issue) {}

  private final IssueReader reader;
  private final LedgerWriter writer;
  private final Batch limits;
  private final Outcomes outcomes;
  private final KeyOwners owners = new KeyOwners();
  private final List<Waiting> waiting = new ArrayList<>();
  private long waitingBytes;

  public Intake(IssueReader reader, LedgerWriter writer, Batch limits, Outcomes outcomes) {
    this.reader = reader;
    this.writer = writer;
    this.limits = limits;
    this.outcomes = outcomes;
  }

  /// Renews the claim of a file on its issue key, without reading it: for a file that was taken in
  /// before and is still there.
  public void renew(Path root, Path file, long pass) {
    owners.claim(IssueKeys.of(root, file), file, pass);
  }

  /// Takes a file in. Its outcome is told now or when its batch is published.
  ///
  /// @param root folder that the issue key counts from
  /// @param stamp what was seen of the file when it was chosen
  /// @param pass number of the walk, rising
  public void offer(Path root, Path file, FileStamp stamp, long pass) {
    String key;
    try {
      key = IssueKeys.of(root, file);
    } catch (IllegalArgumentException e) {
      refuse(
          file,
          stamp,
          RejectReason.KEY,
          Printable.of(String.valueOf(e.getMessage())) + ": rename it");
      return;
    }
    if (owners.isTaken(key, file, pass)) {
      refuse(
          file,
          stamp,
          RejectReason.KEY,
          "another file has the issue key %s already: rename one, or give another --root"
              .formatted(Printable.of(key)));
      return;
    }
    switch (reader.read(file, key, root.relativize(file), stamp)) {
      case FileReading.Refused(var reason, var message) -> refuse(file, stamp, reason, message);
      case FileReading.Taken(var issue) -> {
        owners.claim(key, file, pass);
        add(new Waiting(file, stamp, issue));
      }
    }
  }

  /// Publishes what waits.
  public void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    List<Publication> publications =
        writer.publish(waiting.stream().map(Waiting::issue).toList(), limits.reissue());
    for (int i = 0; i < waiting.size(); i++) {
      Waiting one = waiting.get(i);
      outcomes.settled(
          one.file(), one.stamp(), new FileOutcome.Taken(publications.get(i), one.issue().size()));
    }
    forget();
  }

  /// Drops what waits: nothing of it has had an outcome.
  public void forget() {
    waiting.clear();
    waitingBytes = 0;
  }

  private void add(Waiting one) {
    long size = one.issue().size();
    if (waiting.size() >= limits.issues() || waitingBytes + size > limits.bytes()) {
      flush();
    }
    waiting.add(one);
    waitingBytes += size;
  }

  private void refuse(Path file, FileStamp stamp, RejectReason reason, String message) {
    outcomes.settled(file, stamp, new FileOutcome.Refused(reason, message));
  }
}
