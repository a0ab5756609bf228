package dev.broadsheet.ingest.ledger;

import dev.broadsheet.contract.Topics;
import dev.broadsheet.ingest.kafka.Awaited;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/// The ledger topic as the broker describes it.
///
/// @param id changes when the topic is made anew
/// @param partitions all of them
record LedgerTopic(Uuid id, List<TopicPartition> partitions) {
  /// Asks for the ledger topic, and whether the issues topic is there too.
  static LedgerTopic describe(Admin admin, Topics topics) {
    var ledger =
        described(admin, List.of(topics.issues(), topics.ledger())).stream()
            .filter(t -> t.name().equals(topics.ledger()))
            .findFirst()
            .orElseThrow();
    return new LedgerTopic(
        ledger.topicId(),
        ledger.partitions().stream()
            .map(p -> new TopicPartition(ledger.name(), p.partition()))
            .toList());
  }

  /// A refusal names the topics; Kafka's own does not.
  private static List<TopicDescription> described(Admin admin, List<String> topics) {
    var found = new ArrayList<TopicDescription>();
    var hidden = new TreeSet<String>();
    admin
        .describeTopics(topics)
        .topicNameValues()
        .forEach(
            (name, answer) -> {
              try {
                found.add(Awaited.of(answer));
              } catch (TopicAuthorizationException _) {
                hidden.add(name);
              }
            });
    if (!hidden.isEmpty()) {
      throw new TopicAuthorizationException(hidden);
    }
    return found;
  }

  /// Where the ledger ends, with what is not committed yet. A commit is acknowledged before its
  /// markers are written; until then a reader of committed records does not see it, and neither
  /// does the end of what is committed. Whoever reads to this end has seen every acknowledged
  /// entry.
  Map<TopicPartition, Long> ends(Admin admin) {
    var specs = partitions.stream().collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest()));
    var options = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
    return Awaited.of(admin.listOffsets(specs, options).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }
}
