package dev.broadsheet.enrich;

import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.DeadLetters;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one processor of the topology. It computes the whole change of a record first; only then it
/// forwards and stores, so that the transaction holds all of an issue or nothing.
final class IssueProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  static final String STORE = "issues";
  static final String ARTICLES = "articles";
  static final String DEAD_LETTERS = "dead-letters";
  private static final Logger log = LoggerFactory.getLogger(IssueProcessor.class);

  private final Enricher enricher;
  private final Topics topics;
  private final EnrichCounters counters;
  private @Nullable ProcessorContext<byte[], byte[]> context;
  private @Nullable KeyValueStore<byte[], byte[]> store;

  IssueProcessor(Enricher enricher, Topics topics, EnrichCounters counters) {
    this.enricher = enricher;
    this.topics = topics;
    this.counters = counters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.store = context.getStateStore(STORE);
  }

  @Override
  @NullUnmarked // key and value of a record may be null, which Streams does not declare
  public void process(Record<byte[], byte[]> record) {
    var issue = consumed(record);
    IssueState known = usable(record.key()) ? known(record.key()) : null;
    switch (IssueChange.of(issue, known, enricher)) {
      case IssueChange.Replaced replaced -> replace(record, replaced);
      case IssueChange.Repeated() -> counters.repeated();
      case IssueChange.Stale() -> counters.stale();
      case IssueChange.Rejected rejected -> reject(record, issue, rejected);
    }
  }

  private static boolean usable(byte @Nullable [] key) {
    return key != null && key.length > 0 && key.length <= ArticleId.MAX_ISSUE_KEY_BYTES;
  }

  @NullUnmarked
  private IssueState known(byte[] key) {
    byte[] state = store.get(key);
    return state == null ? null : Json.read(state, IssueState.class);
  }

  @NullUnmarked
  private void replace(Record<byte[], byte[]> record, IssueChange.Replaced replaced) {
    for (var document : replaced.documents()) {
      context.forward(
          new Record<>(
              document.id().getBytes(StandardCharsets.UTF_8),
              document.json().get(),
              record.timestamp(),
              document.headers()),
          ARTICLES);
    }
    store.put(record.key(), Json.bytes(replaced.state()));
    counters.replaced(replaced.documents().size());
  }

  @NullUnmarked
  private void reject(
      Record<byte[], byte[]> record,
      ConsumerRecord<byte[], byte[]> issue,
      IssueChange.Rejected rejected) {
    var cause =
        new DeadLetters.Cause(
            "enrich", rejected.reason(), rejected.message(), rejected.exception());
    var letter = DeadLetters.of(topics.issuesDeadLetters(), issue, cause);
    context.forward(
        new Record<>(letter.key(), letter.value(), record.timestamp(), letter.headers()),
        DEAD_LETTERS);
    counters.deadLettered(rejected.reason());
    Header revision = issue.headers().lastHeader(HeaderNames.REVISION);
    log.atWarn()
        .addKeyValue("issue", usable(issue.key()) ? printable(issue.key()) : "?")
        .addKeyValue(
            "revision",
            revision == null || revision.value() == null ? "?" : printable(revision.value()))
        .addKeyValue("reason", rejected.reason().code())
        .addKeyValue("partition", issue.partition())
        .addKeyValue("offset", issue.offset())
        .log("Issue dead-lettered");
  }

  private static String printable(byte[] text) {
    return new String(text, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
  }

  @NullUnmarked
  private ConsumerRecord<byte[], byte[]> consumed(Record<byte[], byte[]> record) {
    var place = context.recordMetadata().orElseThrow();
    return new ConsumerRecord<>(
        place.topic(),
        place.partition(),
        place.offset(),
        record.timestamp(),
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        record.key(),
        record.value(),
        record.headers(),
        Optional.empty());
  }
}
