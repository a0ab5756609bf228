package dev.broadsheet.ingest.ledger;

import dev.broadsheet.contract.Topics;
import dev.broadsheet.ingest.kafka.Awaited;
import dev.broadsheet.ingest.kafka.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TimeoutException;

/// The ledger topic as the broker describes it.
///
/// @param id changes when the topic is made anew
/// @param partitions all of them
record LedgerTopic(Uuid id, List<TopicPartition> partitions) {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /// Asks for the ledger topic, and whether the issues topic is there too.
  static LedgerTopic describe(Admin admin, Topics topics) {
    var described =
        Awaited.of(admin.describeTopics(List.of(topics.issues(), topics.ledger())).allTopicNames());
    var ledger =
        described.values().stream()
            .filter(t -> t.name().equals(topics.ledger()))
            .findFirst()
            .orElseThrow();
    return new LedgerTopic(
        ledger.topicId(),
        ledger.partitions().stream()
            .map(p -> new TopicPartition(ledger.name(), p.partition()))
            .toList());
  }

  /// Waits until no transaction is open on the ledger. Ours is over once the role is taken; the
  /// transaction of a foreign client would hide entries of ours from a reader of committed records.
  void awaitNoOpenTransaction(Admin admin) {
    long start = System.nanoTime();
    for (TopicPartition partition : partitions) {
      long high = end(admin, partition, IsolationLevel.READ_UNCOMMITTED);
      while (end(admin, partition, IsolationLevel.READ_COMMITTED) < high) {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new TimeoutException(
              "a transaction of another client has been open on %s for %d s"
                  .formatted(partition, PATIENCE.toSeconds()));
        }
        Retry.sleep(Duration.ofMillis(50));
      }
    }
  }

  private static long end(Admin admin, TopicPartition partition, IsolationLevel isolation) {
    return Awaited.of(
            admin
                .listOffsets(
                    Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                .partitionResult(partition))
        .offset();
  }
}
