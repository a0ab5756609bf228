package dev.broadsheet.enrich;

import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.KafkaFault;
import dev.broadsheet.contract.access.TopicCheck;
import dev.broadsheet.watch.Watch;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The enrich stage: reads issues, writes articles and dead letters, exactly once. [#start] and
/// [#close] may be called from any thread; [#await] blocks the caller until the stage has ended.
public final class EnrichApp implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EnrichApp.class);
  private static final Duration REACH_LIMIT = Duration.ofSeconds(12);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(25);
  private static final Duration TOTALS_EVERY = Duration.ofSeconds(30);

  private final EnrichConfig config;
  private final EnrichCounters counters = new EnrichCounters();
  private final RestartBudget budget;
  private final KafkaStreams streams;
  private final Watch watch;
  private final Watch.Binding shown;
  private final AtomicReference<Runnable> whenRunning = new AtomicReference<>(() -> {});
  private final CountDownLatch ended = new CountDownLatch(1);

  /// Written by the stream thread that fails, read when all have ended.
  private volatile @Nullable Unreachable refused;

  public EnrichApp(EnrichConfig config, Enricher enricher) {
    this(config, enricher, Watch.off());
  }

  /// @param watch shows what the stage does; it is the caller's to close
  public EnrichApp(EnrichConfig config, Enricher enricher, Watch watch) {
    this.config = config;
    this.watch = watch;
    this.budget = new RestartBudget(5, Duration.ofMinutes(10), InstantSource.system());
    this.streams =
        new KafkaStreams(
            EnrichTopology.build(enricher, config.topics(), counters), config.streamsProperties());
    var standings = new StreamStandings(streams);
    show(standings);
    this.shown = watch.bind(() -> new KafkaStreamsMetrics(streams));
    streams.setUncaughtExceptionHandler(this::replaceOrStop);
    streams.setStateListener(
        (now, before) -> {
          log.atInfo().addKeyValue("state", now).log("Enrich changed state");
          if (now == KafkaStreams.State.RUNNING) {
            standings.running();
            watch.health().begun();
            whenRunning.getAndSet(() -> {}).run();
          }
          if (now == KafkaStreams.State.NOT_RUNNING || now == KafkaStreams.State.ERROR) {
            ended.countDown();
          }
        });
  }

  private void show(StreamStandings standings) {
    EnrichMeters.bind(watch.meters(), counters);
    watch.health().follow("partitions", standings);
    watch.health().liveWhile(() -> !streams.state().hasCompletedShutdown());
  }

  /// Checks that Kafka and the topics are there, then starts.
  ///
  /// @param ready called once, from a thread of Streams, when it has its share and processes
  /// @throws Unreachable when they are not, within 15 seconds
  public void start(Runnable ready) {
    checkTopics();
    whenRunning.set(ready);
    streams.start();
  }

  /// Whether it is assigned its share and processing.
  public boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /// Blocks until the stage has ended, logging totals from time to time.
  ///
  /// @return true when it was closed, false when it gave up
  /// @throws Unreachable when it gave up because Kafka does not let it in or go on
  public boolean await() throws InterruptedException {
    while (!ended.await(TOTALS_EVERY.toSeconds(), TimeUnit.SECONDS)) {
      logTotals(dropped());
    }
    Unreachable refusal = refused;
    if (refusal != null) {
      throw refusal;
    }
    return streams.state() != KafkaStreams.State.ERROR;
  }

  @Override
  public void close() {
    // The metrics of a thread go with it.
    long dropped = dropped();
    shown.close();
    // Who leaves gives its partitions away at once: otherwise others, and itself when it starts
    // again, wait until its session is over.
    var leave = CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);
    if (!streams.close(leave.withTimeout(CLOSE_LIMIT))) {
      log.atWarn().log("Enrich did not end in time; Kafka will fence what is left of it");
    }
    ended.countDown();
    logTotals(dropped);
  }

  private void logTotals(long dropped) {
    var totals = counters.totals();
    log.atInfo()
        .addKeyValue("read", totals.read())
        .addKeyValue("replaced", totals.replaced())
        .addKeyValue("repeated", totals.repeated())
        .addKeyValue("stale", totals.stale())
        .addKeyValue("dead_lettered", totals.deadLettered())
        .addKeyValue("documents", totals.documents())
        .addKeyValue("dropped", dropped)
        .log("Enrich totals");
  }

  /// Records that Streams itself has thrown away without a dead letter; never any, since no
  /// operator that does so is in the topology.
  private long dropped() {
    return streams.metrics().values().stream()
        .filter(m -> m.metricName().name().equals("dropped-records-total"))
        .mapToLong(m -> m.metricValue() instanceof Number n ? n.longValue() : 0)
        .sum();
  }

  private StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse replaceOrStop(
      Throwable cause) {
    Optional<Unreachable> refusal = KafkaFault.describe(config.kafka(), cause);
    if (refusal.isPresent()) {
      refused = refusal.get();
      log.atError().addKeyValue("reason", refusal.get().getMessage()).log("Enrich stops");
      return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    if (budget.spend()) {
      log.atError().setCause(cause).log("Stream thread failed; another takes its place");
      return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    log.atError().setCause(cause).log("Stream threads keep failing; enrich stops");
    return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private void checkTopics() {
    Topics topics = config.topics();
    try {
      TopicCheck.require(
          config.kafka(),
          config.applicationId() + "-check",
          Map.of(
              topics.issues(), AclOperation.READ,
              topics.articles(), AclOperation.WRITE,
              topics.issuesDeadLetters(), AclOperation.WRITE),
          REACH_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for Kafka", e);
    }
  }

  /// How often a failed thread may be replaced: so many times within a period.
  static final class RestartBudget {
    private final int restarts;
    private final Duration period;
    private final InstantSource clock;
    private final ArrayDeque<Instant> spent = new ArrayDeque<>();

    RestartBudget(int restarts, Duration period, InstantSource clock) {
      this.restarts = restarts;
      this.period = period;
      this.clock = clock;
    }

    /// Takes one restart; false when none is left.
    synchronized boolean spend() {
      Instant now = clock.instant();
      while (!spent.isEmpty() && spent.getFirst().isBefore(now.minus(period))) {
        spent.removeFirst();
      }
      if (spent.size() >= restarts) {
        return false;
      }
      spent.addLast(now);
      return true;
    }
  }
}
