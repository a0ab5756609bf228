package dev.broadsheet.ingest.topic;

import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A topic as it should be.
///
/// @param name of the topic
/// @param partitions when it is made
/// @param settings of the topic, by Kafka's names
record TopicPlan(String name, int partitions, Map<String, String> settings) {
  /// A marker of a deletion is there for as long as the longest outage of a reader.
  private static final Duration DELETE_RETENTION = Duration.ofDays(30);

  /// A reader that was away for less sees every revision, not only the newest.
  private static final Duration COMPACTION_LAG = Duration.ofDays(7);

  TopicPlan {
    settings = Map.copyOf(settings);
  }

  /// All topics, in the order of the data's way.
  static List<TopicPlan> all(Topics topics, int partitions, int replication) {
    return List.of(
        new TopicPlan(topics.issues(), partitions, compacted(replication)),
        new TopicPlan(topics.ledger(), 1, ledger(replication)),
        new TopicPlan(topics.articles(), partitions, articles(replication)),
        new TopicPlan(topics.issuesDeadLetters(), 1, kept(replication)),
        new TopicPlan(topics.articlesDeadLetters(), 1, kept(replication)));
  }

  private static Map<String, String> compacted(int replication) {
    var settings = shared(replication);
    settings.put("cleanup.policy", "compact");
    settings.put("delete.retention.ms", millis(DELETE_RETENTION));
    return settings;
  }

  /// Read whole at every start, so it is compacted eagerly.
  private static Map<String, String> ledger(int replication) {
    var settings = compacted(replication);
    settings.put("segment.ms", millis(Duration.ofDays(1)));
    settings.put("min.cleanable.dirty.ratio", "0.2");
    return settings;
  }

  private static Map<String, String> articles(int replication) {
    var settings = compacted(replication);
    settings.put("min.compaction.lag.ms", millis(COMPACTION_LAG));
    return settings;
  }

  private static Map<String, String> kept(int replication) {
    var settings = shared(replication);
    settings.put("cleanup.policy", "delete");
    return settings;
  }

  private static Map<String, String> shared(int replication) {
    var settings = new TreeMap<String, String>();
    settings.put("retention.ms", "-1");
    settings.put("retention.bytes", "-1");
    settings.put("max.message.bytes", Integer.toString(Limits.MAX_RECORD_BYTES));
    settings.put("unclean.leader.election.enable", "false");
    settings.put("min.insync.replicas", replication >= 3 ? "2" : "1");
    return settings;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
