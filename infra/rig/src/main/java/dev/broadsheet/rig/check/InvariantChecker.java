package dev.broadsheet.rig.check;

import dev.broadsheet.rig.IndexSnapshot;
import dev.broadsheet.rig.fate.ExpectedFates;
import dev.broadsheet.rig.fate.ExpectedIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/// Holds a quiet pipeline against what had to become of its inputs.
///
/// - I1, I2, I3: index, topics and ledger against the fates, documents whole.
/// - I4: the inbox.
/// - I5: what [GroupWatch] saw.
/// - I6: revisions in the topics rise.
/// - I8: no record was thrown away by the engine.
/// - I9: no transaction is open.
/// - I10: no text of an article in the logs.
///
/// I7 needs processes and I12 a second run: [dev.broadsheet.rig.ChaosRun] sees to both.
public final class InvariantChecker {
  private static final Pattern DROPPED = Pattern.compile("Enrich totals .*dropped=\"[1-9]");

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

  /// Whether the engine threw records away without a dead letter; the stages tell it with their
  /// totals.
  public static List<Violation> dropped(Path logs) {
    return firstLines(logs, line -> DROPPED.matcher(line).find()).entrySet().stream()
        .map(e -> new Violation("I8 honest", e.getKey(), e.getValue()))
        .toList();
  }

  /// Whether log files hold what they must not.
  ///
  /// @param phrases that stand in the text of articles and nowhere else
  public static List<Violation> leaks(Path logs, List<String> phrases) {
    return firstLines(logs, line -> phrases.stream().anyMatch(line::contains)).keySet().stream()
        .map(file -> new Violation("I10 no leak", file, "holds text of an article"))
        .toList();
  }

  /// The first line of each file that fits, by the file's name.
  private static Map<String, String> firstLines(Path folder, Predicate<String> wanted) {
    var found = new TreeMap<String, String>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        // A killed process may have cut its last character: decoding must not fail on it.
        try (var reader =
            new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
          reader
              .lines()
              .filter(wanted)
              .findFirst()
              .ifPresent(line -> found.put(file.getFileName().toString(), line));
        }
      }
      return found;
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
