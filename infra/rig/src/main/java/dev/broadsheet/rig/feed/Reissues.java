package dev.broadsheet.rig.feed;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.IssueRecords;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.rig.GeneratedPage;
import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.rig.fate.ExpectedFates;
import dev.broadsheet.rig.fate.Fate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Issues whose revisions reach the topic in any order, twice, or in conflict: what a second writer
/// or a repair by hand would do.
final class Reissues {
  private static final int KINDS = 6;

  private final PageGenerator generator;
  private final ExpectedFates fates;
  private final DirectWriter writer;
  private final Topics topics;
  private final Map<String, Newest> newest = new HashMap<>();
  private int written;
  private int keys;

  Reissues(PageGenerator generator, ExpectedFates fates, DirectWriter writer, Topics topics) {
    this.generator = generator;
    this.fates = fates;
    this.writer = writer;
    this.topics = topics;
  }

  private record Newest(long revision, String text, boolean withdrawn) {}

  /// Writes the revisions of one more issue, in one of the orders.
  void next() {
    int kind = keys++ % KINDS;
    GeneratedPage made = generator.next();
    String key = "direct/" + made.key();
    var one = new GeneratedPage(key, made.text(), made.headlines());
    GeneratedPage more = generator.revise(one, one.headlines().size() + 2);
    GeneratedPage fewer = generator.revise(one, 1);
    switch (kind) {
      case 0 -> {
        live(key, 3, fewer);
        live(key, 1, one);
        live(key, 2, more);
      }
      case 1 -> {
        live(key, 2, one);
        live(key, 3, more);
        live(key, 1, fewer);
      }
      case 2 -> {
        live(key, 1, one);
        live(key, 1, one);
        live(key, 1, more);
        live(key, 2, fewer);
      }
      case 3 -> {
        withdrawn(key, 2);
        live(key, 1, one);
        live(key, 3, more);
      }
      case 4 -> {
        live(key, 5, more);
        live(key, 9, fewer);
        live(key, 7, one);
        withdrawn(key, 10);
        live(key, 9, fewer);
      }
      default -> {
        live(key, 3, more);
        withdrawn(key, 4);
        live(key, 5, one);
        withdrawn(key, 4);
      }
    }
  }

  /// Writes one more issue in a record with this time.
  void stamped(long timestamp) {
    GeneratedPage page = generator.next();
    String key = "direct/stamped/%s".formatted(page.key());
    String id = "reissue-%d".formatted(++written);
    fates.expect(new Fate.Indexed(key, 1, page.text()));
    var now = issue(key, new Newest(1, page.text(), false));
    writer.write(
        new ProducerRecord<>(now.topic(), null, timestamp, now.key(), now.value(), now.headers()),
        id);
  }

  private void live(String key, long revision, GeneratedPage page) {
    write(key, new Newest(revision, page.text(), false));
  }

  private void withdrawn(String key, long revision) {
    write(key, new Newest(revision, "", true));
  }

  private void write(String key, Newest version) {
    String id = "reissue-%d".formatted(++written);
    fates.expect(fate(key, version, id));
    writer.write(issue(key, version), id);
  }

  private ProducerRecord<byte[], byte[]> issue(String key, Newest version) {
    byte[] bytes = version.text().getBytes(StandardCharsets.UTF_8);
    var origin = new RawIssue.Origin("rig:", "text/plain", "UTF-8", Digests.sha256(bytes));
    var issue =
        new RawIssue(
            key,
            version.text(),
            version.revision(),
            version.withdrawn(),
            origin,
            Instant.EPOCH,
            IssueHints.NONE);
    return IssueRecords.write(topics.issues(), issue);
  }

  private Fate fate(String key, Newest version, String id) {
    long revision = version.revision();
    Newest before = newest.get(key);
    if (before == null || before.revision() < revision) {
      newest.put(key, version);
      return version.withdrawn()
          ? new Fate.Withdrawn(key, revision)
          : new Fate.Indexed(key, revision, version.text());
    }
    boolean conflict = before.revision() == revision && !before.text().equals(version.text());
    return conflict
        ? new Fate.DeadLettered(id, topics.issuesDeadLetters(), RejectReason.CONFLICTING_REVISION)
        : new Fate.Superseded(key, revision);
  }
}
