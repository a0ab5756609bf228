package dev.broadsheet.sink;

import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.ElasticAccess;
import dev.broadsheet.contract.access.KafkaAccess;
import dev.broadsheet.sink.bulk.BulkSettings;
import dev.broadsheet.sink.install.IndexNames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/// Settings of the sink.
///
/// @param kafka the cluster
/// @param topics names of the topics
/// @param elasticsearch where the index is
/// @param index names of index and aliases
/// @param instance tells instances of one group apart, in client ids
/// @param bulk bounds of the bulk path
/// @param breaker when refusals stop the sink
public record SinkConfig(
    KafkaAccess kafka,
    Topics topics,
    ElasticAccess elasticsearch,
    IndexNames index,
    String instance,
    BulkSettings bulk,
    Breaker breaker) {
  static final Setting<String> INSTANCE =
      Setting.text("sink.instance", "0", "tells instances apart, in client ids");

  static final Setting<Integer> BULK_BYTES =
      Setting.count(
          "sink.bulk.bytes",
          5_000_000,
          1_000,
          64_000_000,
          "largest bulk request in bytes; a single larger article goes alone");

  static final Setting<Integer> IN_FLIGHT =
      Setting.count("sink.bulk.in.flight", 2, 1, 16, "bulk requests at a time");

  static final Setting<Duration> LINGER =
      Setting.millis(
          "sink.bulk.linger.ms",
          100,
          0,
          60_000,
          "longest wait of an article for others to share its request, in milliseconds");

  static final Setting<Duration> TIMEOUT =
      Setting.millis(
          "sink.request.timeout.ms",
          30_000,
          100,
          300_000,
          "after which a request counts as unanswered and is sent again, in milliseconds");

  static final Setting<Duration> RETRY_CAP =
      Setting.millis(
          "sink.retry.cap.ms",
          30_000,
          100,
          600_000,
          "longest wait between two tries while Elasticsearch refuses, in milliseconds");

  static final Setting<Duration> BLOCKED_RETRY =
      Setting.millis(
          "sink.blocked.retry.ms",
          10_000,
          100,
          600_000,
          "wait between two tries while an alias or a permission is missing, in milliseconds");

  static final Setting<Integer> BREAKER_WINDOW =
      Setting.count("sink.breaker.window", 1_000, 1, 1_000_000, "outcomes that the breaker sees");

  static final Setting<Integer> BREAKER_PERCENT =
      Setting.count(
          "sink.breaker.percent",
          5,
          0,
          100,
          "share of the window that may be refused by the index before the sink stops; 100 is off");

  public static final List<Setting<?>> ALL =
      List.of(
          Settings.KAFKA_BOOTSTRAP,
          Settings.TOPIC_PREFIX,
          Settings.ELASTICSEARCH_URL,
          Settings.INDEX_ALIAS,
          INSTANCE,
          BULK_BYTES,
          IN_FLIGHT,
          LINGER,
          TIMEOUT,
          RETRY_CAP,
          BLOCKED_RETRY,
          BREAKER_WINDOW,
          BREAKER_PERCENT);

  /// When refusals stop the sink.
  ///
  /// @param window outcomes that are looked at
  /// @param percent of them that may be refusals
  public record Breaker(int window, int percent) {}

  /// Reads the settings.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong
  public static SinkConfig from(Settings settings) {
    settings.check(Set.of("sink"), ALL);
    return new SinkConfig(
        KafkaAccess.from(settings),
        new Topics(settings.get(Settings.TOPIC_PREFIX)),
        ElasticAccess.from(settings),
        new IndexNames(settings.get(Settings.INDEX_ALIAS)),
        settings.get(INSTANCE),
        new BulkSettings(
            settings.get(BULK_BYTES),
            settings.get(IN_FLIGHT),
            settings.get(LINGER),
            settings.get(TIMEOUT),
            settings.get(RETRY_CAP),
            settings.get(BLOCKED_RETRY)),
        new Breaker(settings.get(BREAKER_WINDOW), settings.get(BREAKER_PERCENT)));
  }

  /// The consumer group.
  public String group() {
    return topics.prefix() + "-sink";
  }

  String clientId() {
    return group() + "-" + instance;
  }

  /// Properties of the consumer. Those that hold the promise of delivery are no settings.
  Properties consumerProperties() {
    var p = new Properties();
    p.putAll(kafka.client(Map.of()));
    p.put(ConsumerConfig.GROUP_ID_CONFIG, group());
    p.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId());
    p.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    p.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    p.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    p.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    p.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    p.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    p.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    p.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    // Compressed, it is more than a request. A batch that is larger comes all the same, alone.
    p.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024 * 1024);
    p.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024);
    return p;
  }

  /// Properties of the producer of dead letters.
  Properties producerProperties() {
    var p = new Properties();
    p.putAll(kafka.client(Map.of()));
    p.put(ProducerConfig.CLIENT_ID_CONFIG, clientId() + "-dlq");
    p.put(ProducerConfig.ACKS_CONFIG, "all");
    p.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    p.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    p.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.MAX_RECORD_BYTES);
    p.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * Limits.MAX_RECORD_BYTES);
    p.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
    p.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    p.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    return p;
  }
}
