package dev.broadsheet.cli.letter;

import dev.broadsheet.cli.scan.NewestIssues;
import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.IssueRecords;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.Utf8;
import dev.broadsheet.ingest.ledger.IncomingIssue;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import dev.broadsheet.ingest.ledger.Reissue;
import dev.broadsheet.ingest.table.Hash128;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Takes dead letters up again.
///
/// The letter of an issue holds its text: it is published as the next revision. An article is made
/// from its issue, so the letter of an article publishes the newest text of its issue as the next
/// revision, once for all of its articles. One thread at a time.
public final class Replayer {
  private static final int BATCH_ISSUES = 100;
  private static final long BATCH_BYTES = 8L * 1024 * 1024;

  private final Topics topics;
  private final TopicScan kafka;
  private final LedgerWriter writer;
  private final Consumer<String> lines;
  private final List<Reissue> batch = new ArrayList<>();
  private final Set<Hash128> issuesOfArticles = new HashSet<>();
  private long batchBytes;
  private long published;
  private long skipped;
  private long unfit;

  /// @param lines where it tells what became of each
  public Replayer(Topics topics, TopicScan kafka, LedgerWriter writer, Consumer<String> lines) {
    this.topics = topics;
    this.kafka = kafka;
    this.writer = writer;
    this.lines = lines;
  }

  /// What was done.
  ///
  /// @param published as new revisions
  /// @param skipped since the ledger has a newer revision, or the issue is withdrawn
  /// @param unfit letters from which no issue can be made
  public record Replayed(long published, long skipped, long unfit) {}

  /// Replays the open letters that `wanted` takes.
  public Replayed replay(Predicate<Letter> wanted) {
    var box = new LetterBox(topics, kafka);
    box.forEachOpen(
        (letter, record) -> {
          if (wanted.test(letter)) {
            take(box, letter, record);
          }
        });
    flush();
    reissue(issuesOfArticles);
    return new Replayed(published, skipped, unfit);
  }

  /// Publishes the newest text of issues once more, those that are not withdrawn.
  ///
  /// @param keys hashes of their keys
  /// @return what was done, all calls together
  public Replayed reissue(Set<Hash128> keys) {
    if (!keys.isEmpty()) {
      var newest = new NewestIssues();
      TopicScan.Visitor find =
          r -> {
            if (r.key() != null && keys.contains(Hash128.of(r.key()))) {
              newest.take(r);
            }
          };
      var ends = kafka.readAll(topics.issues(), find);
      kafka.read(
          kafka.starts(topics.issues()),
          ends,
          r -> {
            if (newest.isNewest(r)
                && IssueRecords.read(r.key(), r.value(), r.headers())
                    instanceof IssueRecords.Reading.Valid(var issue)
                && !issue.withdrawn()
                && !issue.text().isEmpty()) {
              add(
                  new Reissue(
                      new IncomingIssue(
                          issue.key(),
                          issue.text(),
                          r.value().length,
                          issue.origin(),
                          issue.hints()),
                      issue.revision()));
            }
          });
      flush();
    }
    return new Replayed(published, skipped, unfit);
  }

  private void take(LetterBox box, Letter letter, ConsumerRecord<byte[], byte[]> record) {
    String issue = letter.issue();
    if (issue != null && box.isOfArticle(letter)) {
      issuesOfArticles.add(Hash128.of(issue));
      return;
    }
    var again = fromLetter(letter, record);
    if (again.isPresent()) {
      add(again.get());
    } else {
      unfit++;
      lines.accept(
          "%s cannot be replayed: it has no text under a key with a revision; have the source"
                  .formatted(letter.place())
              + " send it again, or close it: broadsheet dlq close %s".formatted(letter.place()));
    }
  }

  private static Optional<Reissue> fromLetter(
      Letter letter, ConsumerRecord<byte[], byte[]> record) {
    String issue = letter.issue();
    if (issue == null || letter.revision() == 0 || record.value() == null) {
      return Optional.empty();
    }
    try {
      String text = Utf8.decode(record.value());
      var origin =
          new RawIssue.Origin(
              Letter.header(record, HeaderNames.SOURCE).orElse("dlq:" + letter.place()),
              Letter.header(record, HeaderNames.CONTENT_TYPE).orElse("text/plain"),
              Letter.header(record, HeaderNames.CHARSET).orElse("UTF-8"),
              Letter.header(record, HeaderNames.SHA256)
                  .filter(h -> h.length() == 64)
                  .orElseGet(() -> Digests.sha256(record.value())));
      var hints =
          new IssueHints(
              Letter.header(record, HeaderNames.HINT_PAPER).orElse(null),
              Letter.header(record, HeaderNames.HINT_DATE).orElse(null),
              Letter.header(record, HeaderNames.HINT_PAGE).orElse(null));
      return Optional.of(
          new Reissue(
              new IncomingIssue(issue, text, record.value().length, origin, hints),
              letter.revision()));
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void add(Reissue again) {
    batch.add(again);
    batchBytes += 3L * again.issue().text().length();
    if (batch.size() >= BATCH_ISSUES || batchBytes >= BATCH_BYTES) {
      flush();
    }
  }

  private void flush() {
    if (batch.isEmpty()) {
      return;
    }
    List<OptionalLong> revisions = writer.reissue(batch);
    for (int i = 0; i < batch.size(); i++) {
      String key = Visible.of(batch.get(i).issue().key());
      OptionalLong revision = revisions.get(i);
      if (revision.isPresent()) {
        published++;
        lines.accept("%s: published as revision %d".formatted(key, revision.getAsLong()));
      } else {
        skipped++;
        lines.accept("%s: left as it is, newer or withdrawn".formatted(key));
      }
    }
    batch.clear();
    batchBytes = 0;
  }
}
