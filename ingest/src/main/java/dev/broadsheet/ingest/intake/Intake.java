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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the files that it is offered and publishes them in batches, each batch one transaction.
/// Memory holds one batch, however many files come. One thread at a time.
public final class Intake {
  /// What a batch may hold; one file always fits.
  ///
  /// @param issues number of issues
  /// @param bytes of their texts
  /// @param reissue whether withdrawn issues come back
  public record Batch(int issues, long bytes, boolean reissue) {}

  /// A file whose issues wait or were published in part.
  private static final class Waiting {
    private final Path file;
    private final FileStamp stamp;
    private final FileReading.Taken taken;
    private final List<Publication> publications = new ArrayList<>();

    Waiting(Path file, FileStamp stamp, FileReading.Taken taken) {
      this.file = file;
      this.stamp = stamp;
      this.taken = taken;
    }

    boolean isPublished() {
      return publications.size() == taken.issues().size();
    }

    FileOutcome outcome() {
      return publications.size() == 1 && taken.remarks().isEmpty()
          ? new FileOutcome.Taken(publications.getFirst(), taken.size())
          : new FileOutcome.Bundle(publications, taken.size(), taken.remarks());
    }
  }

  private record One(Waiting file, IncomingIssue issue) {}

  /// The keys of a file that has several, and when it was last seen.
  private record Bundle(List<String> keys, long pass) {}

  private final IssueReader reader;
  private final LedgerWriter writer;
  private final Batch limits;
  private final Outcomes outcomes;
  private final KeyOwners owners = new KeyOwners();
  private final Map<Path, Bundle> bundles = new HashMap<>();
  private final List<One> waiting = new ArrayList<>();
  private long waitingBytes;

  public Intake(IssueReader reader, LedgerWriter writer, Batch limits, Outcomes outcomes) {
    this.reader = reader;
    this.writer = writer;
    this.limits = limits;
    this.outcomes = outcomes;
  }

  /// Renews the claim of a file on its issue keys, without reading it: for a file that was taken in
  /// before and is still there.
  public void renew(Path root, Path file, long pass) {
    Bundle bundle = bundles.get(file);
    if (bundle == null) {
      owners.claim(IssueKeys.of(root, file), file, pass);
    } else {
      claim(bundle.keys(), file, pass);
      bundles.put(file, new Bundle(bundle.keys(), pass));
    }
  }

  /// Ends a walk that saw everything: forgets the keys of files that are gone.
  public void endPass(long pass) {
    bundles.values().removeIf(b -> b.pass() < pass);
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
      refuseKey(key, file, stamp);
      return;
    }
    switch (reader.read(file, key, root.relativize(file), stamp)) {
      case FileReading.Refused(var reason, var message) -> refuse(file, stamp, reason, message);
      case FileReading.Taken taken -> take(new Waiting(file, stamp, taken), pass);
    }
  }

  private void take(Waiting waiting, long pass) {
    List<String> keys = waiting.taken.issues().stream().map(IncomingIssue::key).toList();
    for (String key : keys) {
      if (owners.isTaken(key, waiting.file, pass)) {
        refuseKey(key, waiting.file, waiting.stamp);
        return;
      }
    }
    claim(keys, waiting.file, pass);
    if (keys.size() > 1) {
      bundles.put(waiting.file, new Bundle(keys, pass));
    }
    waiting.taken.issues().forEach(issue -> add(new One(waiting, issue)));
  }

  private void claim(List<String> keys, Path file, long pass) {
    keys.forEach(key -> owners.claim(key, file, pass));
  }

  private void refuseKey(String key, Path file, FileStamp stamp) {
    refuse(
        file,
        stamp,
        RejectReason.KEY,
        "another file has the issue key %s already: rename one, or give another --root"
            .formatted(Printable.of(key)));
  }

  /// Publishes what waits.
  public void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    List<One> batch = List.copyOf(waiting);
    List<Publication> publications =
        writer.publish(batch.stream().map(One::issue).toList(), limits.reissue());
    forget();
    for (int i = 0; i < batch.size(); i++) {
      Waiting file = batch.get(i).file();
      file.publications.add(publications.get(i));
      if (file.isPublished()) {
        outcomes.settled(file.file, file.stamp, file.outcome());
      }
    }
  }

  /// Drops what waits: nothing of it has had an outcome.
  public void forget() {
    waiting.clear();
    waitingBytes = 0;
  }

  private void add(One one) {
    // The text is what a transaction holds; no character takes more than three bytes.
    long size = 3L * one.issue().text().length();
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
