package dev.broadsheet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A tiny client of the broker.
record Kafka(String bootstrapServers) {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int LARGEST_REQUEST = 12 << 20;

  void createTopic(String topic, Map<String, String> config)
      throws ExecutionException, InterruptedException {
    Map<String, Object> admin = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (var client = Admin.create(admin)) {
      var newTopic = new NewTopic(topic, 1, (short) 1).configs(config);
      client.createTopics(List.of(newTopic)).all().get();
    }
  }

  /// Sends one record in a transaction of its own.
  void produce(String topic, String key, byte[] value)
      throws ExecutionException, InterruptedException {
    Map<String, Object> config =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, key, value)).get();
      producer.commitTransaction();
    }
  }

  /// The committed records of a topic from its start, until so many are there.
  List<ConsumerRecord<String, byte[]>> consume(String topic, int count) {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    try (var consumer = consumer(topic)) {
      consumer.subscribe(List.of(topic));
      var end = Instant.now().plus(LIMIT);
      while (all.size() < count && Instant.now().isBefore(end)) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  /// Asks for a topic as a consumer does, which makes a broker create it if it may.
  ///
  /// @return all topics there are then
  Set<String> topicsAfterLookUp(String topic) {
    try (var consumer = consumer(topic)) {
      assertThat(consumer.partitionsFor(topic)).isNullOrEmpty();
      return consumer.listTopics().keySet();
    }
  }

  private KafkaConsumer<String, byte[]> consumer(String group) {
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
