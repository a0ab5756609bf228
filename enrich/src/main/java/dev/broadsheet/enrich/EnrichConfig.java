package dev.broadsheet.enrich;

import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.KafkaAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/// Settings of the enrich stage.
///
/// @param kafka the cluster
/// @param topics names of the topics
/// @param stateDir folder of the local copy of the store; rebuilt from Kafka when lost
/// @param threads stream threads
/// @param replication of internal topics
/// @param topicTerms file of topic terms on top of the built-in ones, or none
public record EnrichConfig(
    KafkaAccess kafka,
    Topics topics,
    Path stateDir,
    int threads,
    int replication,
    List<Path> topicTerms) {
  static final Setting<Path> STATE_DIR =
      Setting.path(
          "enrich.state.dir",
          "data/enrich",
          "folder for the local copy of the state; an instance of its own each");

  static final Setting<Integer> THREADS =
      Setting.count("enrich.threads", 1, 1, 64, "stream threads of this instance");

  static final Setting<Integer> REPLICATION =
      Setting.count("topic.replication", 1, 1, 9, "copies of each topic; 3 in production");

  static final Setting<List<Path>> TOPIC_TERMS =
      new Setting<>(
          "enrich.topics.file",
          "",
          "file of topic terms on top of the built-in ones; empty for none",
          t -> t.isBlank() ? List.of() : List.of(Path.of(t.strip())));

  private static final int FETCH = 1024 * 1024;

  public static final List<Setting<?>> ALL =
      List.of(
          Settings.KAFKA_BOOTSTRAP,
          Settings.TOPIC_PREFIX,
          STATE_DIR,
          THREADS,
          REPLICATION,
          TOPIC_TERMS);

  /// Reads the settings.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong
  public static EnrichConfig from(Settings settings) {
    settings.check(Set.of("enrich"), ALL);
    return new EnrichConfig(
        KafkaAccess.from(settings),
        new Topics(settings.get(Settings.TOPIC_PREFIX)),
        settings.get(STATE_DIR),
        settings.get(THREADS),
        settings.get(REPLICATION),
        settings.get(TOPIC_TERMS));
  }

  /// Name of the Streams application: consumer group, transactional ids and changelog begin so.
  public String applicationId() {
    return topics.prefix() + "-enrich";
  }

  /// Properties of Kafka Streams. Those that hold the promise of delivery are no settings.
  Properties streamsProperties() {
    var p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId());
    p.put(StreamsConfig.CLIENT_ID_CONFIG, applicationId());
    p.putAll(kafka.client(Map.of()));
    p.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
    p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    p.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, 300_000L);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
    // What is read ahead lies in memory beside the issue at hand, and may be of the largest kind. A
    // record that is larger than a fetch comes all the same, by itself.
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), FETCH);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), FETCH);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 4);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    p.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Limits.MAX_RECORD_BYTES);
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG),
        (long) Limits.MAX_RECORD_BYTES);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
    return p;
  }
}
