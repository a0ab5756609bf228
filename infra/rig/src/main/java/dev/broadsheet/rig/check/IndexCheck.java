package dev.broadsheet.rig.check;

import dev.broadsheet.contract.Article;
import dev.broadsheet.rig.IndexSnapshot;
import dev.broadsheet.rig.fate.ExpectedIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares the index with what must be in it: whole documents, one by one.
final class IndexCheck {
  private static final String COMPLETE = "I1 complete";
  private static final String ONCE = "I2 once";
  private static final String NEWEST = "I3 newest";

  private final List<Violation> violations = new ArrayList<>();
  private final Map<Seen.Place, String> origins = new HashMap<>();

  private IndexCheck(List<Seen.Issue> issues) {
    issues.forEach(i -> origins.put(i.place(), i.key() + "@" + i.revision()));
  }

  /// @param everything withdrawn documents included
  /// @param visible what searches see
  static List<Violation> check(
      ExpectedIndex expected,
      IndexSnapshot everything,
      IndexSnapshot visible,
      List<Seen.Issue> issues) {
    var check = new IndexCheck(issues);
    expected
        .documents()
        .forEach((id, document) -> check.compare(id, document, everything.articles().get(id)));
    var extra = new TreeSet<>(everything.articles().keySet());
    extra.removeAll(expected.documents().keySet());
    extra.forEach(id -> check.add(ONCE, id, "is in the index and should not be"));
    check.compareVisible(expected, visible);
    return check.violations;
  }

  private void compare(String id, ExpectedIndex.Document expected, @Nullable Article found) {
    if (found == null) {
      add(COMPLETE, id, "is not in the index, revision %d is due".formatted(expected.revision()));
      return;
    }
    long revision = found.version().revision();
    if (revision != expected.revision()) {
      add(NEWEST, id, "has revision %d, %d is due".formatted(revision, expected.revision()));
    } else if (found.version().withdrawn() != expected.withdrawn()) {
      add(NEWEST, id, "withdrawn is %s".formatted(found.version().withdrawn()));
    } else if (!ExpectedIndex.withoutPlace(found).equals(expected.article())) {
      add(COMPLETE, id, "its content is another than the core makes of the page");
    } else {
      compareSource(id, expected, found);
    }
  }

  private void compareSource(String id, ExpectedIndex.Document expected, Article found) {
    Article.Source source = found.version().source();
    if (!expected.sha256().isEmpty() && !expected.sha256().equals(source.sha256())) {
      add(COMPLETE, id, "names the hash of other bytes");
    }
    String origin =
        origins.getOrDefault(
            new Seen.Place(source.topic(), source.partition(), source.offset()), "no record");
    String due = found.issue().key() + "@" + found.version().revision();
    if (!origin.equals(due)) {
      add(COMPLETE, id, "says that it is from the record of %s".formatted(origin));
    }
  }

  private void compareVisible(ExpectedIndex expected, IndexSnapshot visible) {
    var hidden = new TreeSet<String>();
    expected
        .documents()
        .forEach(
            (id, document) -> {
              if (document.withdrawn()) {
                hidden.add(id);
              } else if (!visible.articles().containsKey(id)) {
                add(COMPLETE, id, "is not found by searches");
              }
            });
    hidden.retainAll(visible.articles().keySet());
    hidden.forEach(id -> add(NEWEST, id, "is withdrawn and found by searches"));
  }

  private void add(String invariant, String id, String found) {
    violations.add(new Violation(invariant, id, found));
  }
}
