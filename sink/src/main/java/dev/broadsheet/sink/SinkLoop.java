package dev.broadsheet.sink;

import dev.broadsheet.sink.bulk.ArticleIndexer;
import dev.broadsheet.sink.bulk.ArticleRecord;
import dev.broadsheet.sink.bulk.RecordCheck;
import dev.broadsheet.sink.bulk.TrackedRecord;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/// The owner thread's work: read, check, index, settle, commit, again and again.
///
/// Everything here and everything that it calls belongs to the thread that calls [#run]. It waits
/// nowhere longer than a few seconds, so that the group never takes it for dead: while
/// Elasticsearch or the dead-letter topic is away, partitions are paused and polled.
final class SinkLoop {
  private static final Duration IDLE_POLL = Duration.ofMillis(100);
  private static final Duration BUSY_POLL = Duration.ofMillis(10);

  /// A reply ends it at once. Every step costs, and a backlog is a long row of waits for replies.
  private static final Duration REPLY_WAIT = Duration.ofMillis(100);

  /// While letters are under way, whose acknowledgements wake nobody.
  private static final Duration LETTER_WAIT = Duration.ofMillis(20);

  /// So long nothing was read before the sink counts as idle.
  private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();

  /// Refused records that may wait before no more are read.
  private static final int MAX_REFUSED = 1_000;

  private final SinkParts parts;
  private final Consumer<byte[], byte[]> consumer;
  private final ArticleIndexer indexer;
  private final Settlement settlement;
  private final Committer committer;
  private final RecordCheck check;
  private final long heldBytesLimit;
  private long lastRead;

  SinkLoop(SinkParts parts, RecordCheck check, long heldBytesLimit) {
    this.parts = parts;
    this.consumer = parts.consumer();
    this.indexer = parts.indexer();
    this.settlement = parts.settlement();
    this.committer = parts.committer();
    this.check = check;
    this.heldBytesLimit = heldBytesLimit;
  }

  /// Works until `stop` says so, then finishes what is under way and commits.
  ///
  /// @throws SinkException when the index must be wrong; what was settled is committed
  void run(String topic, BooleanSupplier stop) throws InterruptedException {
    consumer.subscribe(List.of(topic), committer);
    lastRead = parts.nanoClock().getAsLong();
    try {
      while (!stop.getAsBoolean()) {
        step();
      }
    } catch (SinkException e) {
      finish();
      throw e;
    }
    finish();
  }

  private void step() throws InterruptedException {
    boolean paused = controlFlow();
    boolean busy = !indexer.idle() || settlement.held() > 0;
    boolean waits = paused || indexer.saturated();
    boolean read = take(consumer.poll(waits ? Duration.ZERO : busy ? BUSY_POLL : IDLE_POLL));
    indexer.advance();
    boolean quiet = parts.nanoClock().getAsLong() - lastRead >= IDLE_NANOS;
    settlement.advance(indexer.idle() && quiet);
    committer.advance();
    if (!read && (full() || indexer.saturated())) {
      indexer.await(settlement.held() > 0 ? LETTER_WAIT : REPLY_WAIT);
    }
  }

  /// @return whether there were any
  private boolean take(ConsumerRecords<byte[], byte[]> records) {
    if (!records.isEmpty()) {
      lastRead = parts.nanoClock().getAsLong();
    }
    for (ConsumerRecord<byte[], byte[]> source : records) {
      TrackedRecord record = committer.read(source);
      switch (check.check(source)) {
        case RecordCheck.Checked.Fit(var id, var revision) ->
            indexer.offer(new ArticleRecord(record, id, revision));
        case RecordCheck.Checked.Unfit(var rejected) -> settlement.settle(record, rejected);
      }
    }
    committer.readUpTo(records.nextOffsets());
    return !records.isEmpty();
  }

  // Reading stops when enough is held, and for a partition whose dead letters cannot be written.
  private boolean controlFlow() {
    boolean full = full();
    Set<TopicPartition> assigned = consumer.assignment();
    Set<TopicPartition> wanted = new HashSet<>(full ? assigned : settlement.stopped());
    wanted.retainAll(assigned);
    Set<TopicPartition> paused = consumer.paused();
    Set<TopicPartition> resume = new HashSet<>(paused);
    resume.removeAll(wanted);
    wanted.removeAll(paused);
    if (!wanted.isEmpty()) {
      consumer.pause(wanted);
    }
    if (!resume.isEmpty()) {
      consumer.resume(resume);
    }
    return full;
  }

  private boolean full() {
    return indexer.heldBytes() >= heldBytesLimit || settlement.held() >= MAX_REFUSED;
  }

  private void finish() throws InterruptedException {
    long end = parts.nanoClock().getAsLong() + SinkParts.DRAIN_LIMIT.toNanos();
    boolean more = true;
    while (more && parts.nanoClock().getAsLong() - end < 0) {
      boolean requests = indexer.drain();
      boolean letters = settlement.drain();
      more = requests || letters;
      if (more) {
        indexer.await(LETTER_WAIT);
      }
    }
    committer.commitAndWait();
  }
}
