package dev.broadsheet.rig.check;

import dev.broadsheet.rig.IndexSnapshot;
import dev.broadsheet.rig.fate.ExpectedFates;
import dev.broadsheet.rig.fate.ExpectedIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/// Holds a quiet pipeline against what had to become of its inputs.
///
/// - I1, I2, I3: index, topics and ledger against the fates, documents whole.
/// - I4: the inbox.
/// - I5: what [GroupWatch] saw.
/// - I6: revisions in the topics rise.
/// - I9: no transaction is open.
/// - I10: no text of an article in the logs.
///
/// I7 needs processes and I12 a second run: [dev.broadsheet.rig.ChaosRun] sees to both.
public final class InvariantChecker {
  private final ExpectedFates fates;
  private final TopicWatch topics;
  private final GroupWatch groups;
  private int repeatedLetters;

  public InvariantChecker(ExpectedFates fates, TopicWatch topics, GroupWatch groups) {
    this.fates = fates;
    this.topics = topics;
    this.groups = groups;
  }

  /// Everything that can be told from the outside.
  ///
  /// @param everything withdrawn documents included
  /// @param visible what searches see
  public List<Violation> check(
      ExpectedIndex expected, IndexSnapshot everything, IndexSnapshot visible, Path inbox) {
    var all = new ArrayList<Violation>();
    SeenTopics seen = topics.seen();
    all.addAll(IndexCheck.check(expected, everything, visible, seen.issues()));
    all.addAll(TopicCheck.check(fates, expected, seen, n -> repeatedLetters = n));
    all.addAll(InboxCheck.check(fates, inbox));
    all.addAll(groups.violations());
    return all;
  }

  /// Whether transactions are open on a pipeline that has nothing to do.
  public static List<Violation> openTransactions(Quiet quiet) {
    try {
      return quiet.openTransactions().stream()
          .map(TopicPartition::toString)
          .map(p -> new Violation("I9 no hang", p, "a transaction is open"))
          .toList();
    } catch (ExecutionException e) {
      return List.of(new Violation("I9 no hang", "broker", "does not answer: " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of(new Violation("I9 no hang", "driver", "interrupted"));
    }
  }

  /// Whether log files hold what they must not.
  ///
  /// @param phrases that stand in the text of articles and nowhere else
  public static List<Violation> leaks(Path logs, List<String> phrases) {
    var all = new ArrayList<Violation>();
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.toList()) {
        try (var lines = Files.lines(file)) {
          lines
              .filter(line -> phrases.stream().anyMatch(line::contains))
              .limit(1)
              .forEach(
                  _ ->
                      all.add(
                          new Violation(
                              "I10 no leak",
                              file.getFileName().toString(),
                              "holds text of an article")));
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Dead letters that the sink wrote a second time after a kill; allowed, as it reads again what
  /// it had not committed.
  public int repeatedLetters() {
    return repeatedLetters;
  }
}
