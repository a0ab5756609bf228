package dev.broadsheet.rig.check;

import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.rig.fate.ExpectedFates;
import dev.broadsheet.rig.fate.ExpectedIndex;
import dev.broadsheet.rig.fate.LetterId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Compares what was seen in the topics with what must be in them.
final class TopicCheck {
  private static final String COMPLETE = "I1 complete";
  private static final String ONCE = "I2 once";
  private static final String ORDER = "I6 order";

  /// Issues that the rig writes past the door have keys below this.
  private static final String DIRECT = "direct/";

  private final ExpectedFates fates;
  private final List<Violation> violations = new ArrayList<>();

  private TopicCheck(ExpectedFates fates) {
    this.fates = fates;
  }

  /// @param repeatedLetters takes the number of dead letters that the sink wrote again after a
  ///     kill, which is allowed
  static List<Violation> check(
      ExpectedFates fates, ExpectedIndex expected, SeenTopics seen, IntConsumer repeatedLetters) {
    var check = new TopicCheck(fates);
    check.issues(seen.issues());
    check.ledger(seen.ledger());
    check.articles(expected, seen.articles());
    repeatedLetters.accept(check.letters(seen.letters()));
    check.notBoth(expected, seen.letters());
    return check.violations;
  }

  private void issues(List<Seen.Issue> seen) {
    var door = new ArrayList<String>();
    var own = new ArrayList<String>();
    for (Seen.Issue issue : seen) {
      if (issue.id().isEmpty()) {
        door.add(LetterId.of(issue.key(), Long.parseLong(issue.revision())));
      } else {
        own.add(issue.id());
      }
    }
    compare("issue", doorRecords(), door);
    doubles("record of the rig", own);
    inOrder(seen.stream().filter(i -> i.id().isEmpty()).map(i -> i.key() + "@" + i.revision()));
  }

  /// Every revision that went through the door, `key@revision`.
  private List<String> doorRecords() {
    var all = new ArrayList<String>();
    fates
        .issues()
        .forEach(
            (key, list) -> {
              if (!key.startsWith(DIRECT)) {
                list.forEach(f -> all.add(LetterId.of(key, f.revision())));
              }
            });
    fates.letters().keySet().stream().filter(letter -> letter.contains("@")).forEach(all::add);
    return all;
  }

  private void ledger(Map<String, LedgerEntry> ledger) {
    var due = new TreeMap<String, Long>();
    for (String record : doorRecords()) {
      int at = record.lastIndexOf('@');
      due.merge(record.substring(0, at), Long.parseLong(record.substring(at + 1)), Math::max);
    }
    due.forEach(
        (key, revision) -> {
          LedgerEntry entry = ledger.get(key);
          if (entry == null) {
            add(COMPLETE, key, "is not in the ledger");
          } else if (entry.revision() != revision) {
            add(
                ONCE,
                key,
                "has revision %d in the ledger, %d is due".formatted(entry.revision(), revision));
          }
        });
    var extra = new TreeSet<>(ledger.keySet());
    extra.removeAll(due.keySet());
    extra.forEach(key -> add(ONCE, key, "is in the ledger and should not be"));
  }

  private void articles(ExpectedIndex expected, List<Seen.Article> seen) {
    var made = seen.stream().filter(a -> a.rig().isEmpty()).toList();
    compare(
        "article",
        expected.forwarded(),
        made.stream().map(a -> a.id() + "@" + a.revision()).toList());
    inOrder(made.stream().map(a -> a.id() + "@" + a.revision()));
    made.stream()
        .filter(a -> !a.sound())
        .forEach(a -> add(COMPLETE, a.id(), "its hash is not that of its bytes"));
  }

  private int letters(List<Seen.Letter> seen) {
    int repeated = 0;
    var byId = new HashMap<String, Seen.Letter>();
    for (Seen.Letter letter : seen) {
      Seen.Letter other = byId.put(letter.letter(), letter);
      if (other == null) {
        continue;
      }
      boolean ofSink = letter.failed().topic().endsWith(".articles");
      if (ofSink && other.failed().equals(letter.failed())) {
        repeated++;
      } else {
        add(ONCE, letter.letter(), "was dead-lettered twice");
      }
    }
    fates
        .letters()
        .forEach(
            (id, due) -> {
              Seen.Letter letter = byId.remove(id);
              if (letter == null) {
                add(COMPLETE, id, "was not dead-lettered as %s".formatted(due.reason().code()));
              } else if (!letter.reason().equals(due.reason().code())) {
                add(
                    COMPLETE,
                    id,
                    "was dead-lettered as %s, %s is due"
                        .formatted(letter.reason(), due.reason().code()));
              } else if (!letter.place().topic().equals(due.topic())) {
                add(COMPLETE, id, "its dead letter is in " + letter.place().topic());
              }
            });
    byId.forEach(
        (id, letter) -> add(ONCE, id, "was dead-lettered as %s".formatted(letter.reason())));
    return repeated;
  }

  /// A revision that has a dead letter has no document.
  private void notBoth(ExpectedIndex expected, List<Seen.Letter> seen) {
    Set<String> indexed = new HashSet<>();
    expected
        .documents()
        .values()
        .forEach(d -> indexed.add(LetterId.of(d.article().issue().key(), d.revision())));
    seen.stream()
        .filter(l -> indexed.contains(l.letter()))
        .forEach(l -> add(COMPLETE, l.letter(), "is both indexed and dead-lettered"));
  }

  private void compare(String what, List<String> due, List<String> found) {
    doubles(what, found);
    var missing = new TreeSet<>(due);
    found.forEach(missing::remove);
    missing.forEach(id -> add(COMPLETE, id, "no %s of it in the topic".formatted(what)));
    var extra = new TreeSet<>(found);
    due.forEach(extra::remove);
    extra.forEach(id -> add(ONCE, id, "%s that should not be".formatted(what)));
  }

  private void doubles(String what, List<String> found) {
    var once = new HashSet<String>();
    found.stream()
        .filter(id -> !once.add(id))
        .forEach(id -> add(ONCE, id, "%s twice in the topic".formatted(what)));
  }

  /// Each key's revisions must rise: a key keeps to one partition, whose order is that of reading.
  private void inOrder(Stream<String> records) {
    var last = new HashMap<String, Long>();
    records.forEach(
        record -> {
          int at = record.lastIndexOf('@');
          String key = record.substring(0, at);
          long revision = Long.parseLong(record.substring(at + 1));
          Long before = last.put(key, revision);
          if (before != null && before > revision) {
            add(ORDER, key, "revision %d after %d".formatted(revision, before));
          }
        });
  }

  private void add(String invariant, String subject, String found) {
    violations.add(new Violation(invariant, subject, found));
  }
}
