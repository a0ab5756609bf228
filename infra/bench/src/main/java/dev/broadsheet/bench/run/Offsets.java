package dev.broadsheet.bench.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// Where topics end.
final class Offsets {
  private Offsets() {}

  /// The sum of the end offsets of all partitions.
  static long ends(Admin admin, Collection<String> topics) {
    try {
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get()
          .forEach(
              (topic, description) ->
                  description
                      .partitions()
                      .forEach(
                          p ->
                              asked.put(
                                  new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
      return admin.listOffsets(asked).all().get().values().stream()
          .mapToLong(o -> o.offset())
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell its offsets", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
