package dev.broadsheet.rig.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.rig.IndexSnapshot;
import dev.broadsheet.rig.fate.ExpectedFates;
import dev.broadsheet.rig.fate.ExpectedIndex;
import dev.broadsheet.rig.fate.Fate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A checker that finds nothing is worth nothing: each kind of damage is done to a sound state, and
/// must be named.
class ChecksTest {
  private static final String DEAD_LETTERS = "t.issues.dlq";

  @TempDir private Path folder;
  private ExpectedFates fates;
  private final Map<String, Article> documents = new HashMap<>();
  private final List<Seen.Issue> issues = new ArrayList<>();
  private final List<Seen.Article> articles = new ArrayList<>();
  private final List<Seen.Letter> letters = new ArrayList<>();
  private final Map<String, LedgerEntry> ledger = new HashMap<>();
  private final AtomicInteger repeated = new AtomicInteger();

  /// Issue `a`: three articles, then one. Issue `b`: withdrawn. Issue `c`: dead-lettered.
  @BeforeEach
  void soundState() {
    fates = ExpectedFates.writingTo(folder.resolve("fates"));
    fates.expect(new Fate.Indexed("a", 1, "one\ntwo\nthree"));
    fates.expect(new Fate.Indexed("a", 2, "uno"));
    fates.expect(new Fate.Indexed("b", 1, "four"));
    fates.expect(new Fate.Withdrawn("b", 2));
    fates.expect(new Fate.DeadLettered("c@1", DEAD_LETTERS, RejectReason.NO_ARTICLES));
    issue("a", 1, 0);
    issue("a", 2, 1);
    issue("b", 1, 2);
    issue("b", 2, 3);
    issue("c", 1, 4);
    articles("a", 1, 3);
    articles("a", 2, 3);
    articles("b", 1, 1);
    articles("b", 2, 1);
    live("a", 1, "uno", 2, 1, sha256("uno"));
    gone("a", 2, 2, 1);
    gone("a", 3, 2, 1);
    gone("b", 1, 2, 3);
    letters.add(letter("c@1", "no-articles", 4));
    ledger.put("a", new LedgerEntry(2, "", 1, LedgerEntry.State.ACCEPTED));
    ledger.put("b", new LedgerEntry(2, "", 1, LedgerEntry.State.WITHDRAWN));
    ledger.put("c", new LedgerEntry(1, "", 1, LedgerEntry.State.ACCEPTED));
  }

  @AfterEach
  void close() {
    fates.close();
  }

  @Test
  void findsNothingInASoundState() {
    assertThat(check()).isEmpty();
  }

  @Test
  void findsALostArticle() {
    documents.remove("a#1");

    assertNamed("I1 complete", "a#1");
  }

  @Test
  void findsAnOldRevision() {
    live("a", 1, "one", 1, 0, sha256("one\ntwo\nthree"));

    assertNamed("I3 newest", "a#1");
  }

  @Test
  void findsOtherContent() {
    live("a", 1, "due", 2, 1, sha256("uno"));

    assertNamed("I1 complete", "a#1");
  }

  @Test
  void findsAnArticleThatCameBack() {
    live("b", 1, "four", 2, 3, "");

    assertNamed("I3 newest", "b#1");
  }

  @Test
  void findsAnArticleTooMany() {
    live("a", 4, "four", 2, 1, "");

    assertNamed("I2 once", "a#4");
  }

  @Test
  void findsASourceThatIsAnotherRecord() {
    live("a", 1, "uno", 2, 0, sha256("uno"));

    assertNamed("I1 complete", "a#1");
  }

  @Test
  void findsAnIssueThatIsInTheTopicTwice() {
    issue("a", 2, 9);

    assertNamed("I2 once", "a@2");
  }

  @Test
  void findsAnArticleThatIsInTheTopicTwice() {
    articles("b", 2, 1);

    assertNamed("I2 once", "b#1@2");
  }

  @Test
  void findsRevisionsOutOfOrder() {
    articles.addFirst(new Seen.Article("a#1", "3", "", true, place("t.articles", 0)));

    assertNamed("I6 order", "a#1");
  }

  @Test
  void findsAMissingAndADoubledDeadLetter() {
    letters.add(letter("c@1", "no-articles", 5));
    assertNamed("I2 once", "c@1");
    letters.clear();

    assertNamed("I1 complete", "c@1");
  }

  @Test
  void findsADeadLetterForAnotherReason() {
    letters.set(0, letter("c@1", "failed", 4));

    assertNamed("I1 complete", "c@1");
  }

  @Test
  void findsAnIssueThatIsIndexedAndDeadLettered() {
    letters.add(letter("a@2", "failed", 1));

    assertNamed("I1 complete", "a@2");
  }

  @Test
  void findsALedgerThatIsBehind() {
    ledger.put("a", new LedgerEntry(1, "", 1, LedgerEntry.State.ACCEPTED));

    assertNamed("I2 once", "a");
  }

  @Test
  void findsWhatHappenedToFiles() throws IOException {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    fates.expectFile("kept.txt", "k".getBytes(StandardCharsets.UTF_8));
    fates.expectFile("gone.txt", "g".getBytes(StandardCharsets.UTF_8));
    fates.expectFile("changed.txt", "c".getBytes(StandardCharsets.UTF_8));
    Files.writeString(inbox.resolve("kept.txt"), "k");
    Files.writeString(inbox.resolve("changed.txt"), "d");
    Files.writeString(inbox.resolve("extra.txt"), "e");

    assertThat(InboxCheck.check(fates, inbox))
        .extracting(Violation::subject)
        .containsExactlyInAnyOrder("gone.txt", "changed.txt", "extra.txt");
  }

  private List<Violation> check() {
    var expected = ExpectedIndex.of(fates, new Lines());
    var everything = new IndexSnapshot(documents, Map.of());
    var visible = new HashMap<>(documents);
    visible.values().removeIf(a -> a.version().withdrawn());
    var all = new ArrayList<Violation>();
    all.addAll(
        IndexCheck.check(expected, everything, new IndexSnapshot(visible, Map.of()), issues));
    var seen = new SeenTopics(issues, articles, letters, ledger);
    all.addAll(TopicCheck.check(fates, expected, seen, repeated::set));
    return all;
  }

  private void assertNamed(String invariant, String subject) {
    assertThat(check())
        .anyMatch(v -> v.invariant().equals(invariant) && v.subject().equals(subject));
  }

  private void issue(String key, long revision, long offset) {
    issues.add(new Seen.Issue(key, Long.toString(revision), "", place("t.issues", offset)));
  }

  private void articles(String key, long revision, int count) {
    for (int i = 1; i <= count; i++) {
      var place = place("t.articles", articles.size());
      articles.add(new Seen.Article(key + "#" + i, Long.toString(revision), "", true, place));
    }
  }

  private void live(
      String key, int position, String headline, long revision, long offset, String sha256) {
    var source = new Article.Source("", sha256, null, "t.issues", 0, offset);
    var article = Lines.article(key, position, headline, revision, source);
    documents.put(article.id(), article);
  }

  private void gone(String key, int position, long revision, long offset) {
    var source = new Article.Source("", "", null, "t.issues", 0, offset);
    var version = new Article.Version(revision, true, source, "0.1.0");
    documents.put(key + "#" + position, Article.withdrawn(new ArticleId(key, position), version));
  }

  private static Seen.Letter letter(String id, String reason, long failed) {
    return new Seen.Letter(id, reason, place("t.issues", failed), place(DEAD_LETTERS, failed));
  }

  private static Seen.Place place(String topic, long offset) {
    return new Seen.Place(topic, 0, offset);
  }

  private static String sha256(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
