package dev.broadsheet.sink;

import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.sink.bulk.Display;
import dev.broadsheet.sink.bulk.IndexOutcome;
import dev.broadsheet.sink.bulk.IndexOutcome.Indexed;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import dev.broadsheet.sink.bulk.IndexOutcome.Superseded;
import dev.broadsheet.sink.bulk.TrackedRecord;
import dev.broadsheet.sink.letter.DeadLetterPublisher;
import dev.broadsheet.sink.letter.MappingBreaker;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives every record its one outcome: counts it and frees its offset, after a dead letter has
/// been acknowledged where one is due. For the owner thread only.
final class Settlement {
  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private final SinkCounters counters;
  private final MappingBreaker<Refusal> breaker;
  private final DeadLetterPublisher letters;

  record Refusal(TrackedRecord record, Rejected rejected) {}

  /// What makes the publisher, given the call that takes acknowledged letters.
  interface Letters {
    DeadLetterPublisher writingTo(BiConsumer<TrackedRecord, Rejected> acknowledged);
  }

  Settlement(SinkCounters counters, MappingBreaker<Refusal> breaker, Letters letters) {
    this.counters = counters;
    this.breaker = breaker;
    this.letters = letters.writingTo(this::acknowledged);
  }

  /// Takes what Elasticsearch, or the check before it, said of `record`.
  void settle(TrackedRecord record, IndexOutcome.Final outcome) {
    switch (outcome) {
      case Indexed() -> {
        breaker.passed();
        if (record.settle()) {
          counters.indexed(record.source());
        }
      }
      case Superseded() -> {
        breaker.passed();
        if (record.settle()) {
          counters.superseded();
        }
      }
      case Rejected rejected when speaksOfIndex(rejected.reason()) ->
          breaker.refused(new Refusal(record, rejected));
      case Rejected rejected -> {
        breaker.passed();
        letters.publish(record, rejected);
      }
    }
  }

  /// Lets dead letters out.
  ///
  /// @param idle whether no outcome is under way
  /// @throws SinkException when so many records were refused that the index must be wrong
  void advance(boolean idle) {
    for (Refusal refusal : breaker.release(idle)) {
      letters.publish(refusal.record(), refusal.rejected());
    }
    letters.advance();
    if (breaker.tripped()) {
      throw new SinkException(
          """
          Elasticsearch refused %d of the last articles, more than sink.breaker.percent allows; \
          the mapping does not fit them. Their offsets are not passed: run ./broadsheet setup or \
          ./broadsheet reindex, then start the sink again\
          """
              .formatted(breaker.refusals()));
    }
  }

  /// The partitions that must not be read on.
  Set<TopicPartition> stopped() {
    return letters.stopped();
  }

  /// How many records wait here.
  int held() {
    return breaker.kept() + letters.pending();
  }

  /// Takes in acknowledgements only.
  ///
  /// @return whether there is still one to wait for
  boolean drain() {
    letters.advance();
    return letters.pending() > 0 && !letters.failing();
  }

  private void acknowledged(TrackedRecord record, Rejected rejected) {
    if (record.settle()) {
      counters.deadLettered(rejected.reason());
      LOG.atWarn()
          .addKeyValue("issue", header(record, HeaderNames.ISSUE))
          .addKeyValue("revision", header(record, HeaderNames.REVISION))
          .addKeyValue("topic", record.source().topic())
          .addKeyValue("partition", record.source().partition())
          .addKeyValue("offset", record.source().offset())
          .addKeyValue("reason", rejected.reason().code())
          .log("Article dead-lettered");
    }
  }

  private static String header(TrackedRecord record, String name) {
    Header header = record.source().headers().lastHeader(name);
    return header == null || header.value() == null
        ? "?"
        : Display.safe(new String(header.value(), StandardCharsets.UTF_8));
  }

  // Whatever the index refuses may be the index's fault; what fails a check of ours is not.
  private static boolean speaksOfIndex(RejectReason reason) {
    return reason == RejectReason.MAPPING || reason == RejectReason.REFUSED;
  }
}
