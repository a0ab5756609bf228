package dev.broadsheet.enrich;

import dev.broadsheet.contract.Topics;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/// Wires the topology: issues in, one processor with one store, articles and dead letters out. It
/// has no repartition topic: issues are keyed at the entrance.
final class EnrichTopology {
  private EnrichTopology() {}

  static Topology build(Enricher enricher, Topics topics, EnrichCounters counters) {
    var bytes = Serdes.ByteArray();
    var store =
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(IssueProcessor.STORE), bytes, bytes)
            .withLoggingEnabled(Map.of());
    return new Topology()
        .addSource("read-issues", bytes.deserializer(), bytes.deserializer(), topics.issues())
        .addProcessor(
            "split-and-enrich", () -> new IssueProcessor(enricher, topics, counters), "read-issues")
        .addStateStore(store, "split-and-enrich")
        .addSink(
            IssueProcessor.ARTICLES,
            topics.articles(),
            bytes.serializer(),
            bytes.serializer(),
            "split-and-enrich")
        .addSink(
            IssueProcessor.DEAD_LETTERS,
            topics.issuesDeadLetters(),
            bytes.serializer(),
            bytes.serializer(),
            "split-and-enrich");
  }
}
