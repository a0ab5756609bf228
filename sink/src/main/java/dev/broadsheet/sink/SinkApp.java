package dev.broadsheet.sink;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.KafkaFault;
import dev.broadsheet.sink.bulk.ArticleIndexer;
import dev.broadsheet.sink.bulk.Backoff;
import dev.broadsheet.sink.bulk.RecordCheck;
import dev.broadsheet.sink.bulk.Rest5Transport;
import dev.broadsheet.sink.bulk.Transport;
import dev.broadsheet.sink.install.ElasticConnection;
import dev.broadsheet.sink.letter.DeadLetterPublisher;
import dev.broadsheet.sink.letter.MappingBreaker;
import dev.broadsheet.sink.refresh.RefreshKeeper;
import dev.broadsheet.watch.Watch;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sink stage: reads articles and writes them into Elasticsearch.
public final class SinkApp {
  private static final Logger LOG = LoggerFactory.getLogger(SinkApp.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(4);
  private static final Duration TOTALS_EVERY = Duration.ofSeconds(30);

  /// So many requests' worth of records may be held: those in flight, and as many behind them,
  /// since requests that were sent together end together.
  private static final int HELD_PER_REQUEST = 2;

  private final SinkConfig config;
  private final SinkCounters counters;
  private final Watch watch;
  private final LongSupplier nanoClock = System::nanoTime;

  /// Of the topic of articles; 0 while nobody has told.
  private int partitions;

  public SinkApp(SinkConfig config) {
    this(config, Watch.off());
  }

  /// @param watch shows what the stage does; it is the caller's to close
  public SinkApp(SinkConfig config, Watch watch) {
    this.config = config;
    this.watch = watch;
    this.counters = new SinkCounters(new SearchDelay(watch.meters(), InstantSource.system()));
    SinkMeters.bind(watch.meters(), counters);
  }

  /// What became of the records so far; may be read by any thread.
  public SinkCounters counters() {
    return counters;
  }

  /// Runs until `stop` says so, then ends within 30 seconds. The calling thread does all the work
  /// and asks `stop` a few times a second; it asks first when it has begun to read.
  ///
  /// @throws Unreachable when a server does not answer at the start
  /// @throws SinkException when the index refuses too much, or Kafka does not let it go on; its
  ///     message says what to do
  public void run(BooleanSupplier stop) throws InterruptedException {
    try (ElasticConnection elastic =
        ElasticConnection.to(config.elasticsearch(), config.bulk().requestTimeout())) {
      elastic.awaitReachable();
      StartCheck.topics(config);
      Producer<byte[], byte[]> producer =
          new KafkaProducer<>(
              config.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer());
      try (var _ = watch.bind(() -> new KafkaClientMetrics(producer))) {
        consume(elastic.rest(), producer, stop);
      } catch (InterruptException e) {
        throw e;
      } catch (KafkaException e) {
        KafkaFault.describe(config.kafka(), e)
            .ifPresent(
                refusal -> {
                  throw refusal;
                });
        throw new SinkException(
            "Kafka at %s does not let the sink go on: %s: %s"
                .formatted(config.kafka(), e.getClass().getSimpleName(), e.getMessage()),
            e);
      } finally {
        producer.close(CLOSE_LIMIT);
        logTotals();
      }
    }
  }

  private void consume(Rest5Client rest, Producer<byte[], byte[]> producer, BooleanSupplier stop)
      throws InterruptedException {
    Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            config.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    RefreshKeeper refresh =
        new RefreshKeeper(
            new RefreshKeeper.Index(rest, config.index().writeAlias()),
            () -> counters.totals().indexed(),
            () -> shareOfFirst(consumer),
            nanoClock);
    try (var _ = watch.bind(() -> new KafkaClientMetrics(consumer))) {
      loop(new Rest5Transport(rest), producer, consumer)
          .run(config.topics().articles(), besides(refresh, stop));
    } finally {
      consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    }
  }

  /// The topic's partitions are asked for once, when they are known: without a broker the consumer
  /// forgets them, and would wait for an answer.
  private double shareOfFirst(Consumer<byte[], byte[]> consumer) {
    String topic = config.topics().articles();
    Set<TopicPartition> owned = consumer.assignment();
    if (!owned.contains(new TopicPartition(topic, 0))) {
      return 0;
    }
    if (partitions == 0) {
      try {
        partitions = consumer.partitionsFor(topic, Duration.ZERO).size();
      } catch (TimeoutException _) {
        return 0;
      }
    }
    return partitions == 0 ? 0 : (double) owned.size() / partitions;
  }

  // Wires the parts by hand: this is the whole of it.
  private SinkLoop loop(
      Transport transport, Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> consumer) {
    Random random = new Random();
    Backoff backoff = Backoff.whileAway(config.bulk().retryCap(), random);
    Settlement settlement =
        new Settlement(
            counters,
            new MappingBreaker<>(config.breaker().window(), config.breaker().percent()),
            acknowledged ->
                new DeadLetterPublisher(
                    producer,
                    config.topics().articlesDeadLetters(),
                    backoff,
                    nanoClock,
                    acknowledged));
    ArticleIndexer indexer =
        new ArticleIndexer(
            new ArticleIndexer.Target(transport, config.index().writeAlias()),
            config.bulk(),
            new ArticleIndexer.Timing(nanoClock, random),
            settlement::settle);
    Committer committer = new Committer(consumer, counters, nanoClock);
    SinkMeters.bind(watch.meters(), indexer);
    watch.health().follow("partitions", committer::standings);
    return new SinkLoop(
        new SinkParts(consumer, indexer, settlement, committer, nanoClock),
        new RecordCheck(Limits.MAX_ARTICLE_BYTES),
        (long) HELD_PER_REQUEST * config.bulk().inFlight() * config.bulk().bytes());
  }

  // The loop asks once in each step, which is a good time for what is done besides, and a sign of
  // life.
  private BooleanSupplier besides(RefreshKeeper refresh, BooleanSupplier stop) {
    long[] next = {nanoClock.getAsLong() + TOTALS_EVERY.toNanos()};
    return () -> {
      watch.health().begun();
      watch.health().beat();
      refresh.advance();
      if (nanoClock.getAsLong() - next[0] >= 0) {
        next[0] += TOTALS_EVERY.toNanos();
        logTotals();
      }
      return stop.getAsBoolean();
    };
  }

  private void logTotals() {
    SinkCounters.Totals totals = counters.totals();
    LOG.atInfo()
        .addKeyValue("read", totals.read())
        .addKeyValue("indexed", totals.indexed())
        .addKeyValue("superseded", totals.superseded())
        .addKeyValue("dead_lettered", totals.deadLettered())
        .addKeyValue("handed_over", totals.handedOver())
        .addKeyValue("pending", totals.pending())
        .log("Sink totals");
  }
}
