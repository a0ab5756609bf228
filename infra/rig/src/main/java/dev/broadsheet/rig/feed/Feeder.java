package dev.broadsheet.rig.feed;

import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.enrich.Enricher;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.rig.GeneratedPage;
import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.rig.fate.ExpectedFates;
import dev.broadsheet.rig.fate.Fate;
import dev.broadsheet.rig.fate.LetterId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Offers inputs to a pipeline, each after its fate was written down. The same seed offers the same
/// inputs in the same order.
///
/// For the driver's thread only.
public final class Feeder implements AutoCloseable {
  /// So many of the newest pages are not revised yet: most of the others are through the door.
  private static final int FRESH = 12;

  private final Random random;
  private final PageGenerator generator;
  private final ExpectedFates fates;
  private final Inbox inbox;
  private final Door door;
  private final Topics topics;
  private final Enricher core;
  private final DirectWriter direct;
  private final Reissues reissues;
  private final Deque<Poison> poison = new ArrayDeque<>();
  private final List<GeneratedPage> pages = new ArrayList<>();
  private final Map<String, Long> revisions = new HashMap<>();
  private int offered;
  private int flooded;

  /// What a feeder works with.
  ///
  /// @param bootstrap where records are written past the door
  public record Place(
      ExpectedFates fates,
      Inbox inbox,
      Door door,
      Topics topics,
      String bootstrap,
      Enricher core) {}

  public Feeder(long seed, PageGenerator generator, Place place) {
    this.random = new Random(seed);
    this.generator = generator;
    this.fates = place.fates();
    this.inbox = place.inbox();
    this.door = place.door();
    this.topics = place.topics();
    this.core = place.core();
    this.direct = new DirectWriter(place.bootstrap());
    this.reissues = new Reissues(generator, fates, direct, topics);
    poison.addAll(Poison.ofIssues());
    poison.addAll(Poison.ofArticles());
  }

  /// Offers so many new pages, and what goes with them: now and then a revision, a withdrawal, an
  /// issue out of order, a file that is none, a poisonous record.
  public void offer(int count) {
    for (int i = 0; i < count; i++) {
      next(offered++);
    }
  }

  /// Offers so many new pages and nothing that waits until the pipeline has taken something in.
  public void offerPagesOnly(int count) {
    for (int i = 0; i < count; i++) {
      GeneratedPage page = generator.next();
      deliver(page.key(), page.text());
    }
  }

  /// Offers an issue in a record with this time, in milliseconds since 1970.
  public void offerStamped(long timestamp) {
    reissues.stamped(timestamp);
  }

  /// Offers the kinds of poison that have not had their turn.
  public void offerRemainingPoison() {
    while (!poison.isEmpty()) {
      write(poison.remove());
    }
  }

  /// Offers so many poisonous records in a row, of one kind.
  public void offerPoison(int count) {
    flood(Poison.ofIssues().getLast(), count, topics.issues(), topics.issuesDeadLetters());
  }

  /// Offers so many poisonous records of the articles topic, of one kind.
  public void offerArticlePoison(int count) {
    flood(Poison.ofArticles().getLast(), count, topics.articles(), topics.articlesDeadLetters());
  }

  private void flood(Poison kind, int count, String topic, String letters) {
    for (int i = 0; i < count; i++) {
      String id = "flood-%d".formatted(++flooded);
      fates.expect(new Fate.DeadLettered(id, letters, kind.reason()));
      direct.write(kind.record(topic), id);
    }
  }

  /// Offers a page that fits through the door and that makes an article which is too large.
  public void offerOversize() {
    String key = "oversize/%d".formatted(++flooded);
    GeneratedPage page = generator.next();
    // JSON writes a quotation mark as two characters, so that the document outgrows its page.
    String paragraph = ("\"".repeat(8) + "一").repeat(1_000) + "\n";
    String text = page.text() + paragraph.repeat(Limits.DEFAULT_ISSUE_BYTES / bytes(paragraph) - 1);
    long revision = revisions.merge(key, 1L, Long::sum);
    fates.expect(
        new Fate.DeadLettered(
            LetterId.of(key, revision),
            topics.issuesDeadLetters(),
            RejectReason.TOO_LARGE_ARTICLE));
    inbox.deliver(key, text);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// New pages that were offered.
  public int offered() {
    return offered;
  }

  @Override
  public void close() {
    direct.close();
  }

  private void next(int number) {
    GeneratedPage page = generator.next();
    pages.add(page);
    deliver(page.key(), page.text());
    switch (number % 20) {
      case 3 -> revise(1);
      case 7 -> revise(page.headlines().size() + 2);
      case 11 -> reissues.next();
      case 14 -> refuse(number);
      case 16 -> deliver("front/%d".formatted(number), PageGenerator.mastheadOnly());
      default -> {
        if (number % 2 == 0 && !poison.isEmpty()) {
          write(poison.remove());
        }
      }
    }
    if (number % 40 == 38) {
      withdraw(number % 80 == 38);
    }
  }

  private void revise(int articles) {
    if (pages.size() > FRESH) {
      GeneratedPage page = pages.remove(random.nextInt(pages.size() - FRESH));
      GeneratedPage revised = generator.revise(page, articles);
      door.awaitTaken(page.key(), revisions.getOrDefault(page.key(), 0L));
      pages.add(revised);
      deliver(revised.key(), revised.text());
    }
  }

  private void withdraw(boolean andBack) {
    if (pages.size() <= FRESH) {
      return;
    }
    GeneratedPage page = pages.remove(random.nextInt(pages.size() - FRESH));
    long known = revisions.getOrDefault(page.key(), 0L);
    door.awaitTaken(page.key(), known);
    fates.expect(new Fate.Withdrawn(page.key(), known + 1));
    revisions.put(page.key(), known + 1);
    door.withdraw(page.key());
    if (andBack) {
      deliver(page.key(), generator.revise(page, 2).text());
    }
  }

  /// What becomes of a page is for the core to say; that it becomes of it once is what is tested.
  private void deliver(String key, String text) {
    long revision = revisions.merge(key, 1L, Long::sum);
    fates.expect(
        rejected(key, revision, text)
            ? new Fate.DeadLettered(
                LetterId.of(key, revision), topics.issuesDeadLetters(), RejectReason.NO_ARTICLES)
            : new Fate.Indexed(key, revision, text));
    inbox.deliver(key, text);
  }

  private boolean rejected(String key, long revision, String text) {
    var origin = new RawIssue.Origin("", "text/plain", "UTF-8", "");
    var issue = new RawIssue(key, text, revision, false, origin, Instant.EPOCH, IssueHints.NONE);
    var nowhere = new dev.broadsheet.contract.Article.Source("", "", null, "", 0, 0);
    return core.enrich(issue, nowhere) instanceof Enrichment.Rejected(var reason, _)
        && reason == RejectReason.NO_ARTICLES;
  }

  private void refuse(int number) {
    String name = "refused/%d.txt".formatted(number);
    byte[] bytes;
    RejectReason reason;
    switch (number / 20 % 4) {
      case 0 -> {
        bytes = new byte[0];
        reason = RejectReason.EMPTY;
      }
      case 1 -> {
        bytes = new byte[] {'a', 'b', (byte) 0xe6, (byte) 0x96};
        reason = RejectReason.ENCODING;
      }
      case 2 -> {
        bytes = "\u007FELF\u0002\u0001".getBytes(StandardCharsets.UTF_8);
        reason = RejectReason.TYPE;
      }
      default -> {
        bytes = "有一个\0字符".getBytes(StandardCharsets.UTF_8);
        reason = RejectReason.CONTROL_CHARS;
      }
    }
    fates.expect(new Fate.Refused(name, reason));
    inbox.deliverFile(name, bytes);
  }

  private void write(Poison one) {
    boolean article = one.name().startsWith("a-");
    String topic = article ? topics.articles() : topics.issues();
    String letters = article ? topics.articlesDeadLetters() : topics.issuesDeadLetters();
    String id = "poison-" + one.name();
    fates.expect(new Fate.DeadLettered(id, letters, one.reason()));
    ProducerRecord<byte[], byte[]> record = one.record(topic);
    direct.write(record, id);
  }
}
