package dev.broadsheet.cli.trace;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.broadsheet.cli.scan.NewestIssues;
import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.KafkaAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Follows one issue: ledger, archive, dead letters, article records, index. It reads the ledger's
/// partition of the key and both dead-letter topics whole, and the others from the time of the
/// issue on.
public final class Tracer {
  /// The clocks of two machines may differ by as much.
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final KafkaAccess kafka;
  private final Topics topics;
  private final ElasticsearchClient client;
  private final String alias;

  /// @param alias that searches go to; the one with `-write` behind it has withdrawn articles, too
  public Tracer(KafkaAccess kafka, Topics topics, ElasticsearchClient client, String alias) {
    this.kafka = kafka;
    this.topics = topics;
    this.client = client;
    this.alias = alias;
  }

  private record Stored(long version, boolean searchable) {}

  /// Follows an issue.
  ///
  /// @throws IOException when Elasticsearch does not answer
  public Trace trace(String key) throws IOException {
    try (var search = new RecordSearch(kafka);
        var scan = new TopicScan(kafka)) {
      Trace.Receipt receipt = receipt(search, key);
      if (receipt == null) {
        return new Trace(key, null, null, false, List.of(), List.of());
      }
      Instant since = receipt.at().minus(SKEW);
      var archive = archive(search, key, receipt.revision(), since);
      Map<String, Stored> stored = stored(key);
      return new Trace(
          key,
          receipt,
          archive,
          archive != null
              && isPast(scan, topics.prefix() + "-enrich", topics.issues(), archive.place()),
          letters(search, key, receipt.revision()),
          articles(scan, records(search, key, receipt.revision(), since, stored), stored));
    }
  }

  private Trace.@Nullable Receipt receipt(RecordSearch search, String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    List<Trace.Receipt> found = new ArrayList<>();
    search.read(
        List.of(search.home(topics.ledger(), key)),
        Instant.EPOCH,
        record -> {
          if (Arrays.equals(bytes, record.key()) && record.value() != null) {
            found.add(receipt(record, Json.read(record.value(), LedgerEntry.class)));
          }
          return true;
        });
    return found.isEmpty() ? null : found.getLast();
  }

  private static Trace.Receipt receipt(ConsumerRecord<byte[], byte[]> record, LedgerEntry entry) {
    return new Trace.Receipt(
        entry.revision(),
        entry.state().name().toLowerCase(Locale.ROOT),
        entry.size(),
        Instant.ofEpochMilli(record.timestamp()),
        Trace.Place.of(record));
  }

  private Trace.@Nullable Archived archive(
      RecordSearch search, String key, long revision, Instant since) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    List<Trace.Archived> found = new ArrayList<>();
    search.read(
        List.of(search.home(topics.issues(), key)),
        since,
        record -> {
          if (Arrays.equals(bytes, record.key())
              && NewestIssues.revision(record.headers()) == revision) {
            found.add(new Trace.Archived(receivedAt(record), Trace.Place.of(record)));
          }
          return found.isEmpty();
        });
    return found.isEmpty() ? null : found.getFirst();
  }

  private static Instant receivedAt(ConsumerRecord<byte[], byte[]> record) {
    return Instant.parse(header(record, HeaderNames.RECEIVED_AT));
  }

  private List<Trace.Letter> letters(RecordSearch search, String key, long revision) {
    List<Trace.Letter> letters = new ArrayList<>();
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    collect(
        search, topics.issuesDeadLetters(), r -> Arrays.equals(bytes, r.key()), revision, letters);
    collect(
        search,
        topics.articlesDeadLetters(),
        r -> key.equals(header(r, HeaderNames.ISSUE)),
        revision,
        letters);
    return letters;
  }

  private static void collect(
      RecordSearch search,
      String topic,
      Predicate<ConsumerRecord<byte[], byte[]>> ours,
      long revision,
      List<Trace.Letter> letters) {
    search.read(
        search.all(topic),
        Instant.EPOCH,
        record -> {
          if (ours.test(record) && NewestIssues.revision(record.headers()) == revision) {
            letters.add(
                new Trace.Letter(
                    header(record, HeaderNames.DLQ_STAGE),
                    header(record, HeaderNames.DLQ_REASON),
                    Trace.Place.of(record)));
          }
          return true;
        });
  }

  // The index says which articles there are, so that the search can end at the last of them.
  private Map<String, Trace.Place> records(
      RecordSearch search, String key, long revision, Instant since, Map<String, Stored> stored) {
    Map<String, Trace.Place> places = new TreeMap<>();
    Set<String> wanted = new HashSet<>();
    stored.forEach(
        (id, document) -> {
          if (document.version() == revision) {
            wanted.add(id);
          }
        });
    boolean complete = !wanted.isEmpty();
    search.read(
        search.all(topics.articles()),
        since,
        record -> {
          if (key.equals(header(record, HeaderNames.ISSUE))
              && NewestIssues.revision(record.headers()) == revision) {
            String id = new String(record.key(), StandardCharsets.UTF_8);
            places.put(id, Trace.Place.of(record));
            wanted.remove(id);
          }
          return !complete || !wanted.isEmpty();
        });
    return places;
  }

  private List<Trace.Article> articles(
      TopicScan scan, Map<String, Trace.Place> places, Map<String, Stored> stored) {
    var committed = scan.committed(topics.prefix() + "-sink", topics.articles());
    Set<String> ids = new HashSet<>(places.keySet());
    ids.addAll(stored.keySet());
    return ids.stream()
        .sorted((a, b) -> Integer.compare(position(a), position(b)))
        .map(
            id -> {
              Trace.Place place = places.get(id);
              Stored document = stored.getOrDefault(id, new Stored(0, false));
              return new Trace.Article(
                  id,
                  place,
                  place != null && isPast(committed, place),
                  document.version(),
                  document.searchable());
            })
        .toList();
  }

  private static int position(String id) {
    return ArticleId.parse(id).position();
  }

  private static boolean isPast(TopicScan scan, String group, String topic, Trace.Place place) {
    return isPast(scan.committed(group, topic), place);
  }

  private static boolean isPast(Map<TopicPartition, Long> committed, Trace.Place place) {
    var partition = new TopicPartition(place.topic(), place.partition());
    return committed.getOrDefault(partition, 0L) > place.offset();
  }

  private Map<String, Stored> stored(String key) throws IOException {
    Set<String> searchable = ids(alias, key).keySet();
    Map<String, Stored> stored = new TreeMap<>();
    ids(alias + "-write", key)
        .forEach((id, version) -> stored.put(id, new Stored(version, searchable.contains(id))));
    return stored;
  }

  private Map<String, Long> ids(String name, String key) throws IOException {
    Map<String, Long> versions = new TreeMap<>();
    client
        .search(
            s ->
                s.index(name)
                    .query(q -> q.term(t -> t.field("issue.key").value(key)))
                    .version(true)
                    .size(Limits.MAX_ARTICLES)
                    .source(o -> o.fetch(false)),
            JsonNode.class)
        .hits()
        .hits()
        .forEach(
            hit -> {
              Long version = hit.version();
              versions.put(String.valueOf(hit.id()), version == null ? 0 : version);
            });
    return versions;
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? "?"
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
