package dev.broadsheet.rig;

import dev.broadsheet.contract.Topics;
import dev.broadsheet.rig.check.GroupWatch;
import dev.broadsheet.rig.check.Quiet;
import dev.broadsheet.rig.check.TopicWatch;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/// Measures how long a stage takes to come back: one thread for each fault.
///
/// Output is what others can see: records of a committed transaction, or a committed offset of the
/// sink, which says that the documents below it are indexed. A partition counts as one that has
/// work when it holds a record that was not committed when the fault came.
final class RecoveryWatch {
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  /// Output that was committed before the fault may be seen so much later.
  private static final Duration SETTLE = Duration.ofMillis(400);

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final TopicWatch topics;
  private final GroupWatch groups;
  private final String group;
  private final String input;
  private final Component component;
  private final long start = System.nanoTime();
  private volatile boolean inputOffered;

  RecoveryWatch(Fault fault, TopicWatch topics, GroupWatch groups, Topics names) {
    this.topics = topics;
    this.groups = groups;
    this.component = fault.component();
    boolean sink = component == Component.SINK || component == Component.NODE;
    this.group = sink ? Quiet.sinkGroup(names) : Quiet.enrichGroup(names);
    this.input =
        component == Component.INGEST ? names.ledger() : sink ? names.articles() : names.issues();
  }

  /// What was found.
  record Times(Optional<Duration> first, Optional<Duration> whole) {}

  /// Says that there is input now that came after the fault.
  void inputOffered() {
    inputOffered = true;
  }

  /// Watches until the stage is back, or for a minute and a half.
  Times run() throws InterruptedException {
    Thread.sleep(SETTLE);
    return component == Component.INGEST ? ofIngest() : ofGroup();
  }

  /// The only writer of the ledger: one record of it is output, and its one partition has moved.
  private Times ofIngest() {
    long before = topics.count(input);
    boolean back = topics.await(t -> t.count(input) > before, LIMIT);
    Optional<Duration> time = back ? Optional.of(elapsed()) : Optional.empty();
    return new Times(time, time);
  }

  private Times ofGroup() throws InterruptedException {
    Map<TopicPartition, Long> before = groups.committed(group);
    var moved = new HashMap<TopicPartition, Duration>();
    while (elapsed().compareTo(LIMIT) < 0) {
      groups
          .committed(group)
          .forEach(
              (partition, offset) -> {
                if (offset > before.getOrDefault(partition, 0L)) {
                  moved.putIfAbsent(partition, elapsed());
                }
              });
      boolean all =
          topics.lastOffsets(input).entrySet().stream()
              .filter(last -> last.getValue() >= before.getOrDefault(last.getKey(), 0L))
              .allMatch(last -> moved.containsKey(last.getKey()));
      if (inputOffered && all && !moved.isEmpty()) {
        break;
      }
      Thread.sleep(LOOK_EVERY);
    }
    return new Times(
        moved.values().stream().min(Duration::compareTo),
        elapsed().compareTo(LIMIT) < 0
            ? moved.values().stream().max(Duration::compareTo)
            : Optional.empty());
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
