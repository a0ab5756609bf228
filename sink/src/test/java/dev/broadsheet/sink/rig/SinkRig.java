package dev.broadsheet.sink.rig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.sink.SinkApp;
import dev.broadsheet.sink.SinkConfig;
import dev.broadsheet.sink.SinkCounters;
import dev.broadsheet.sink.install.ElasticConnection;
import dev.broadsheet.sink.install.IndexInstaller;
import dev.broadsheet.sink.install.IndexNames;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Topics, index and sink of one test, under names of its own.
public final class SinkRig {
  public static final int PARTITIONS = 2;
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public final Topics topics;
  public final IndexNames names;
  public final Admin admin;
  public final ElasticConnection elastic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, String> settings = new HashMap<>();
  private final List<Running> started = new ArrayList<>();

  /// A sink in a thread of its own.
  public final class Running {
    private final SinkApp app = new SinkApp(config());
    private final AtomicBoolean stop = new AtomicBoolean();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private Running() {
      Thread.ofPlatform().daemon().name("sink-under-test").start(this::work);
    }

    private void work() {
      try {
        app.run(stop::get);
        end.complete(null);
      } catch (InterruptedException | RuntimeException e) {
        end.completeExceptionally(e);
      }
    }

    public SinkCounters.Totals totals() {
      return app.counters().totals();
    }

    /// Ends it in order, and waits.
    public void stop() throws InterruptedException {
      stop.set(true);
      failure();
    }

    /// Waits for its end and gives what it threw, or null.
    public Throwable failure() throws InterruptedException {
      try {
        end.get(40, TimeUnit.SECONDS);
        return null;
      } catch (ExecutionException e) {
        return e.getCause();
      } catch (TimeoutException e) {
        throw new AssertionError("sink did not end within 40 seconds", e);
      }
    }

    public boolean ended() {
      return end.isDone();
    }
  }

  public SinkRig(String test) throws InterruptedException, ExecutionException {
    String prefix =
        "%s-%d".formatted(test.toLowerCase(java.util.Locale.ROOT), NUMBER.incrementAndGet());
    topics = new Topics(prefix);
    names = new IndexNames(prefix + "-articles");
    String bootstrap = Servers.stack().bootstrapServers();
    admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap));
    admin
        .createTopics(
            List.of(
                new NewTopic(topics.articles(), PARTITIONS, (short) 1),
                new NewTopic(topics.articlesDeadLetters(), 1, (short) 1)))
        .all()
        .get();
    elastic = ElasticConnection.to(Servers.stack().elasticsearchUrl(), Duration.ofSeconds(20));
    producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    settings.put("kafka.bootstrap", bootstrap);
    settings.put("elasticsearch.url", Servers.stack().elasticsearchUrl().toString());
    settings.put("topic.prefix", prefix);
    settings.put("index.alias", names.searchAlias());
    settings.put("sink.retry.cap.ms", "1000");
    settings.put("sink.blocked.retry.ms", "500");
    settings.put("sink.request.timeout.ms", "5000");
  }

  public SinkRig with(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  public SinkRig through(URI proxy) {
    return with("elasticsearch.url", proxy.toString());
  }

  public SinkConfig config() {
    return SinkConfig.from(Settings.of(settings));
  }

  public ElasticsearchClient client() {
    return elastic.client();
  }

  public String install() throws IOException {
    return new IndexInstaller(client(), names).install();
  }

  public Running start() {
    Running running = new Running();
    started.add(running);
    return running;
  }

  /// The record of an article as `enrich` writes it.
  public ProducerRecord<byte[], byte[]> record(String id, long revision, byte[] value) {
    var record = new ProducerRecord<>(topics.articles(), id.getBytes(UTF_8), value);
    record
        .headers()
        .add(HeaderNames.ISSUE, id.substring(0, id.lastIndexOf('#')).getBytes(UTF_8))
        .add(HeaderNames.REVISION, Long.toString(revision).getBytes(UTF_8))
        .add(HeaderNames.SHA256, Digests.sha256(value).getBytes(UTF_8));
    return record;
  }

  public void send(String id, long revision, byte[] value) {
    send(record(id, revision, value));
  }

  public void send(ProducerRecord<byte[], byte[]> record) {
    var _ = producer.send(record);
  }

  /// Articles of one issue at revision 1, numbered `from` to `to`.
  public void sendArticles(String issue, int from, int to) {
    for (int position = from; position <= to; position++) {
      String id = issue + "#" + position;
      send(id, 1, Documents.article(id, 1));
    }
    producer.flush();
  }

  public void flush() {
    producer.flush();
  }

  /// Waits until the group has committed everything that can be read.
  public void awaitLagZero() {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(lag()).isZero());
  }

  /// What is left between the committed offsets and the ends of the partitions.
  public long lag() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(config().group()).partitionsToOffsetAndMetadata().get();
    long lag = 0;
    for (var end : ends().entrySet()) {
      OffsetAndMetadata offset = committed.get(end.getKey());
      lag += end.getValue().offset() - (offset == null ? 0 : offset.offset());
    }
    return lag;
  }

  private Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends()
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      latest.put(new TopicPartition(topics.articles(), partition), OffsetSpec.latest());
    }
    return admin.listOffsets(latest).all().get();
  }

  /// Sets the group back to the beginning; no sink may be running.
  public void rewind() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      beginning.put(new TopicPartition(topics.articles(), partition), new OffsetAndMetadata(0));
    }
    admin.alterConsumerGroupOffsets(config().group(), beginning).all().get();
  }

  /// A stored document, as far as a replay could change it.
  public record Stored(long version, long seqNo, String source) {}

  /// All documents behind the write alias, by id.
  public Map<String, Stored> documents() throws IOException {
    client().indices().refresh(request -> request.index(names.writeAlias()));
    var response =
        client()
            .search(
                request ->
                    request
                        .index(names.writeAlias())
                        .size(10_000)
                        .version(true)
                        .seqNoPrimaryTerm(true),
                tools.jackson.databind.JsonNode.class);
    Map<String, Stored> documents = new TreeMap<>();
    for (Hit<tools.jackson.databind.JsonNode> hit : response.hits().hits()) {
      documents.put(hit.id(), new Stored(hit.version(), hit.seqNo(), String.valueOf(hit.source())));
    }
    return documents;
  }

  /// How many articles a search finds that hides withdrawn ones.
  public long searchable() throws IOException {
    client().indices().refresh(request -> request.index(names.searchAlias()));
    return client().count(request -> request.index(names.searchAlias())).count();
  }

  /// Reads the dead letters that are there.
  public List<ConsumerRecord<byte[], byte[]>> deadLetters()
      throws InterruptedException, ExecutionException {
    TopicPartition partition = new TopicPartition(topics.articlesDeadLetters(), 0);
    long end =
        admin
            .listOffsets(Map.of(partition, OffsetSpec.latest()))
            .all()
            .get()
            .get(partition)
            .offset();
    List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", config().kafka().bootstrap()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
      }
    }
    return letters;
  }

  /// Reasons of the dead letters by key.
  public Map<String, String> reasons() throws InterruptedException, ExecutionException {
    Map<String, String> reasons = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> letter : deadLetters()) {
      String reason =
          new String(letter.headers().lastHeader(HeaderNames.DLQ_REASON).value(), UTF_8);
      String key = letter.key() == null ? "" : new String(letter.key(), UTF_8);
      assertThat(reasons.put(key, reason)).as("second dead letter of %s", key).isNull();
    }
    return reasons;
  }

  public void close() throws InterruptedException {
    for (Running running : started) {
      if (!running.ended()) {
        running.stop();
      }
    }
    producer.close(Duration.ofSeconds(5));
    elastic.close();
    admin.close(Duration.ofSeconds(5));
  }
}
