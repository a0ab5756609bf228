package dev.broadsheet.rig.check;

import dev.broadsheet.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/// Tells whether a pipeline has done all that it was given.
///
/// Ends of logs are never compared with committed offsets: the end of a transaction takes an offset
/// of its own. What counts is the last record that a reader of committed records has seen.
public final class Quiet {
  private static final Duration LOOK_EVERY = Duration.ofMillis(300);

  private final Admin admin;
  private final TopicWatch topics;
  private final GroupWatch groups;
  private final Topics names;

  /// @param groups watches the groups of [#enrichGroup] and [#sinkGroup]
  public Quiet(Admin admin, TopicWatch topics, GroupWatch groups, Topics names) {
    this.admin = admin;
    this.topics = topics;
    this.groups = groups;
    this.names = names;
  }

  /// The consumer group of `enrich`.
  public static String enrichGroup(Topics names) {
    return names.prefix() + "-enrich";
  }

  /// The consumer group of `sink`.
  public static String sinkGroup(Topics names) {
    return names.prefix() + "-sink";
  }

  /// Waits until everything that is in the issues topic is through both stages.
  ///
  /// @param meanwhile what is done between two looks
  /// @return false when the time is over
  public boolean await(Duration limit, Runnable meanwhile) {
    long end = System.nanoTime() + limit.toNanos();
    while (!isNow()) {
      if (System.nanoTime() > end) {
        return false;
      }
      meanwhile.run();
      try {
        Thread.sleep(LOOK_EVERY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /// Whether nothing is under way. The order of the questions is the way of the data, so that
  /// nothing slips past them.
  public boolean isNow() {
    return allRead(names.issues())
        && isPast(enrichGroup(names), names.issues())
        && allRead(names.articles())
        && isPast(sinkGroup(names), names.articles())
        && allRead(names.issuesDeadLetters())
        && allRead(names.articlesDeadLetters())
        && allRead(names.ledger());
  }

  /// Partitions on which a transaction is open: committed readers see less than there is.
  public List<TopicPartition> openTransactions() throws ExecutionException, InterruptedException {
    var open = new ArrayList<TopicPartition>();
    for (String topic : names.all()) {
      var stable = ends(topic, IsolationLevel.READ_COMMITTED);
      var all = ends(topic, IsolationLevel.READ_UNCOMMITTED);
      all.forEach(
          (partition, end) -> {
            if (!end.equals(stable.get(partition))) {
              open.add(partition);
            }
          });
    }
    return open;
  }

  /// Whether a group has committed past the last record of each partition of a topic.
  public boolean isPast(String group, String topic) {
    Map<TopicPartition, Long> committed = groups.committed(group);
    return topics.lastOffsets(topic).entrySet().stream()
        .allMatch(last -> committed.getOrDefault(last.getKey(), 0L) > last.getValue());
  }

  private boolean allRead(String topic) {
    try {
      Map<TopicPartition, Long> positions = topics.positions();
      return ends(topic, IsolationLevel.READ_COMMITTED).entrySet().stream()
          .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    } catch (ExecutionException e) {
      // The broker is away: nothing is known.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Map<TopicPartition, Long> ends(String topic, IsolationLevel isolation)
      throws ExecutionException, InterruptedException {
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    topics.positions().keySet().stream()
        .filter(p -> p.topic().equals(topic))
        .forEach(p -> wanted.put(p, OffsetSpec.latest()));
    var result = new HashMap<TopicPartition, Long>();
    admin
        .listOffsets(wanted, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .forEach((partition, end) -> result.put(partition, end.offset()));
    return result;
  }
}
