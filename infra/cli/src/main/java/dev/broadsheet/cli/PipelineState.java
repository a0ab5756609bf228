package dev.broadsheet.cli;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.KafkaAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// How far the pipeline is, asked of Kafka.
final class PipelineState implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final KafkaAccess kafka;
  private final Topics topics;
  private final Admin admin;

  PipelineState(Settings settings) {
    this.kafka = KafkaAccess.from(settings);
    this.topics = new Topics(settings.get(Settings.TOPIC_PREFIX));
    this.admin =
        Admin.create(
            kafka.client(
                Map.<String, Object>of(
                    AdminClientConfig.CLIENT_ID_CONFIG, "broadsheet-status",
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS)));
  }

  String enrichGroup() {
    return topics.prefix() + "-enrich";
  }

  String sinkGroup() {
    return topics.prefix() + "-sink";
  }

  Topics topics() {
    return topics;
  }

  /// Lag of the enrich stage, then of the sink, by partition.
  ///
  /// @throws Unreachable when Kafka does not answer or has no such topic
  List<Lags.Lag> lags() {
    return ask(
        () -> {
          var lags = new Lags(admin, kafka);
          var all = new ArrayList<>(lags.of(enrichGroup(), topics.issues()));
          all.addAll(lags.of(sinkGroup(), topics.articles()));
          return all;
        });
  }

  /// Whether every record that ingest has committed is through both stages.
  boolean isCaughtUp() {
    return ask(
        () -> {
          // The order matters: what enrich has committed is in the articles topic at once.
          var lags = new Lags(admin, kafka);
          return Lags.total(lags.of(enrichGroup(), topics.issues())) == 0
              && Lags.total(lags.of(sinkGroup(), topics.articles())) == 0;
        });
  }

  /// Offsets in use of each topic: records, and the ends of transactions.
  Map<String, Long> sizes() {
    return ask(
        () -> {
          var partitions =
              Lags.describe(admin, topics.all()).stream()
                  .flatMap(
                      t ->
                          t.partitions().stream()
                              .map(p -> new TopicPartition(t.name(), p.partition())))
                  .toList();
          var first = admin.listOffsets(spec(partitions, OffsetSpec.earliest())).all().get();
          var last = admin.listOffsets(spec(partitions, OffsetSpec.latest())).all().get();
          return partitions.stream()
              .collect(
                  Collectors.groupingBy(
                      TopicPartition::topic,
                      Collectors.summingLong(p -> offset(last, p) - offset(first, p))));
        });
  }

  private static Map<TopicPartition, OffsetSpec> spec(
      List<TopicPartition> partitions, OffsetSpec spec) {
    return partitions.stream().collect(Collectors.toMap(p -> p, _ -> spec));
  }

  private static long offset(
      Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> offsets,
      TopicPartition partition) {
    var info = offsets.get(partition);
    return info == null ? 0 : info.offset();
  }

  /// Something to ask of Kafka.
  private interface Question<T> {
    T ask() throws InterruptedException, ExecutionException;
  }

  private <T> T ask(Question<T> question) {
    try {
      return question.ask();
    } catch (ExecutionException | KafkaException e) {
      var cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
      if (cause instanceof UnknownTopicOrPartitionException) {
        throw new Unreachable(
            "Kafka at %s does not have all topics; run ./broadsheet setup".formatted(kafka), e);
      }
      throw kafka.unreachable(cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for Kafka", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
