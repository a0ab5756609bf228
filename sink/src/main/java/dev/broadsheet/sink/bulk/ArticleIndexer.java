package dev.broadsheet.sink.bulk;

import dev.broadsheet.sink.bulk.Batch.Kind;
import dev.broadsheet.sink.bulk.IndexOutcome.Blocked;
import dev.broadsheet.sink.bulk.IndexOutcome.Conflict;
import dev.broadsheet.sink.bulk.IndexOutcome.Final;
import dev.broadsheet.sink.bulk.IndexOutcome.Retry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings articles into the index and says of each, once, what became of it.
///
/// It never gives a record up for a fault of the server: such records stay here and are tried
/// again. What is held is known in bytes ([#heldBytes]), so that the caller can stop reading. For
/// the owner thread only.
public final class ArticleIndexer {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleIndexer.class);
  private static final int WARN_FROM = 3;

  private final BulkSettings settings;
  private final LongSupplier nanoClock;
  private final BiConsumer<TrackedRecord, Final> outcomes;
  private final Flights flights;
  private final Backoff backoff;
  private final Gate gate;
  private final AtomicLong retries = new AtomicLong();
  private final Deque<ArticleRecord> fresh = new ArrayDeque<>();
  private final PriorityQueue<Batch> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Batch::due));
  private long freshBytes;
  private long freshSince;
  private long heldBytes;

  /// The server and the alias that is written to.
  public record Target(Transport transport, String alias) {}

  /// What decides when something happens; a test brings its own.
  public record Timing(LongSupplier nanoClock, RandomGenerator random) {}

  public ArticleIndexer(
      Target target,
      BulkSettings settings,
      Timing timing,
      BiConsumer<TrackedRecord, Final> outcomes) {
    this.settings = settings;
    this.nanoClock = timing.nanoClock();
    this.outcomes = outcomes;
    this.flights = new Flights(target.transport(), target.alias(), settings.requestTimeout());
    this.backoff = new Backoff(settings.retryCap(), timing.random());
    this.gate = new Gate(settings, timing.random(), target.alias());
  }

  /// Takes a record over.
  public void offer(ArticleRecord record) {
    if (fresh.isEmpty()) {
      freshSince = nanoClock.getAsLong();
    }
    fresh.add(record);
    freshBytes += record.bytes();
    heldBytes += record.bytes();
  }

  /// Does what can be done now: takes replies in, sends what is due. Never waits.
  public void advance() {
    takeReplies();
    long now = nanoClock.getAsLong();
    while (flights.size() < settings.inFlight() && gate.open(now)) {
      Batch batch = next(now);
      if (batch.records().isEmpty()) {
        return;
      }
      flights.send(batch, now);
    }
  }

  /// The same as [#advance], but starts no new request except to look up what a reply left open.
  ///
  /// @return whether there is still something to wait for
  public boolean drain() {
    takeReplies();
    fresh.clear();
    waiting.removeIf(batch -> batch.kind() == Kind.INDEX);
    long now = nanoClock.getAsLong();
    while (!waiting.isEmpty() && gate.open(now)) {
      flights.send(waiting.remove(), now);
    }
    return flights.size() > 0 || !waiting.isEmpty();
  }

  /// Waits until a reply is there, at most `limit`.
  public void await(Duration limit) throws InterruptedException {
    flights.await(limit);
  }

  /// Bytes of all records that have no outcome yet.
  public long heldBytes() {
    return heldBytes;
  }

  /// How often a record was sent again for a fault of the server; for any thread.
  public long retries() {
    return retries.get();
  }

  /// Whether no request can be sent before a reply is there.
  public boolean saturated() {
    return flights.size() >= settings.inFlight();
  }

  /// Whether nothing is held.
  public boolean idle() {
    return fresh.isEmpty() && waiting.isEmpty() && flights.size() == 0;
  }

  private void takeReplies() {
    for (Flights.Landed landed : flights.landed(nanoClock.getAsLong())) {
      Batch batch = landed.batch();
      apply(
          batch,
          switch (batch.kind()) {
            case INDEX -> BulkReader.read(batch.records(), landed.reply());
            case LOOK_UP -> StoredReader.read(batch.records(), landed.reply());
          });
    }
  }

  private Batch next(long now) {
    while (!waiting.isEmpty() && now - waiting.element().due() >= 0) {
      Batch batch = waiting.remove();
      Batch owned = batch.owned();
      batch.records().stream().filter(ArticleRecord::forgotten).forEach(this::release);
      if (!owned.records().isEmpty()) {
        return owned;
      }
    }
    return new Batch(Kind.INDEX, cut(now), 0, now);
  }

  // The oldest fresh records, when they fill a request or have waited long enough.
  private List<ArticleRecord> cut(long now) {
    List<ArticleRecord> records = new ArrayList<>();
    if (freshBytes < settings.bytes() && now - freshSince < settings.linger().toNanos()) {
      return records;
    }
    int bytes = 0;
    while (!fresh.isEmpty()
        && (records.isEmpty() || bytes + fresh.element().bytes() <= settings.bytes())) {
      ArticleRecord record = fresh.remove();
      freshBytes -= record.bytes();
      if (record.forgotten()) {
        release(record);
      } else {
        records.add(record);
        bytes += record.bytes();
      }
    }
    freshSince = now;
    return records;
  }

  private void apply(Batch batch, BatchAnswer answer) {
    long now = nanoClock.getAsLong();
    switch (answer) {
      case BatchAnswer.Items(var itemOutcomes) -> applyItems(batch, itemOutcomes, now);
      case BatchAnswer.Whole(var outcome) -> {
        hold(outcome, now);
        again(batch, now);
      }
      case BatchAnswer.Unanswered(var cause) -> {
        gate.unanswered(now, Display.safe(cause));
        again(batch, now);
      }
      case BatchAnswer.Split(var alone) -> {
        gate.passed();
        if (batch.records().size() == 1) {
          finish(batch.records().getFirst(), alone);
        } else {
          waiting.addAll(batch.halves(now));
        }
      }
    }
  }

  private void again(Batch batch, long now) {
    retries.addAndGet(batch.records().size());
    waiting.add(new Batch(batch.kind(), batch.records(), batch.attempt(), now));
  }

  private void applyItems(Batch batch, List<IndexOutcome> itemOutcomes, long now) {
    List<ArticleRecord> again = new ArrayList<>();
    List<ArticleRecord> conflicts = new ArrayList<>();
    IndexOutcome held = new Retry("");
    for (int i = 0; i < itemOutcomes.size(); i++) {
      ArticleRecord record = batch.records().get(i);
      switch (itemOutcomes.get(i)) {
        case Final outcome -> finish(record, outcome);
        case Conflict() -> conflicts.add(record);
        case Retry retry -> {
          again.add(record);
          held = retry;
        }
        case Blocked blocked -> {
          again.add(record);
          held = blocked;
        }
      }
    }
    if (!conflicts.isEmpty()) {
      waiting.add(new Batch(Kind.LOOK_UP, conflicts, batch.attempt(), now));
    }
    if (again.size() < batch.records().size()) {
      gate.passed();
    } else if (held instanceof Blocked || batch.attempt() == 0) {
      // Records that were put back before may be the cause themselves: they hold up no others.
      hold(held, now);
    }
    if (!again.isEmpty()) {
      putBack(again, batch.attempt() + 1, held, now);
    }
  }

  private void putBack(List<ArticleRecord> records, int attempt, IndexOutcome held, long now) {
    (attempt < WARN_FROM || held instanceof Blocked ? LOG.atDebug() : LOG.atWarn())
        .addKeyValue("reason", cause(held))
        .addKeyValue("attempt", attempt)
        .addKeyValue("articles", records.size())
        .addKeyValue("article", Display.safe(records.getFirst().id()))
        .log("Articles are tried again");
    retries.addAndGet(records.size());
    long due = held instanceof Blocked ? now : now + backoff.nanos(attempt);
    waiting.add(new Batch(Kind.INDEX, records, attempt, due));
  }

  private void hold(IndexOutcome outcome, long now) {
    if (outcome instanceof Blocked) {
      gate.blocked(now, cause(outcome));
    } else {
      gate.refused(now, cause(outcome));
    }
  }

  private static String cause(IndexOutcome outcome) {
    return Display.safe(
        switch (outcome) {
          case Retry(var cause) -> cause;
          case Blocked(var cause) -> cause;
          default -> "";
        });
  }

  private void finish(ArticleRecord record, Final outcome) {
    release(record);
    outcomes.accept(record.origin(), outcome);
  }

  private void release(ArticleRecord record) {
    heldBytes -= record.bytes();
  }
}
