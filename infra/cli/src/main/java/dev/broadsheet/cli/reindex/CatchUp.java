package dev.broadsheet.cli.reindex;

import dev.broadsheet.cli.scan.IndexScan;
import dev.broadsheet.cli.scan.NewestIssues;
import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.Json;
import dev.broadsheet.enrich.Pipeline;
import dev.broadsheet.ingest.table.Hash128;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Brings a new index up to date with what the pipeline wrote meanwhile, and with the issues whose
/// articles have another number now. One thread.
final class CatchUp {
  private final Reindexer.Parts parts;
  private final VersionedWriter writer;
  private final Set<Hash128> differing;
  private final Map<Hash128, Long> latest = new HashMap<>();

  /// @param differing hashes of the keys of issues that give another number of articles now
  CatchUp(Reindexer.Parts parts, VersionedWriter writer, Set<Hash128> differing) {
    this.parts = parts;
    this.writer = writer;
    this.differing = Set.copyOf(differing);
  }

  /// Takes over the articles between these offsets.
  void follow(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) throws IOException {
    parts.kafka().read(from, to, this::take);
    writer.flush();
  }

  /// After the switch: what went to the old index alone, then what the issues with another number
  /// of articles give, then positions that nobody else knows of.
  ///
  /// @param read offsets of articles that are taken over already
  /// @return how many issues were published once more
  long complete(Map<TopicPartition, Long> read, String index) throws IOException {
    String topic = parts.topics().articles();
    var atSwitch = parts.kafka().ends(topic);
    follow(read, atSwitch);
    if (differing.isEmpty()) {
      return 0;
    }
    long reissued = parts.reissue().publish(differing);
    follow(atSwitch, parts.kafka().ends(topic));
    hideLeftOver(index);
    return reissued;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null || record.value() == null) {
      return;
    }
    long revision = NewestIssues.revision(record.headers());
    var id = ArticleId.parse(new String(record.key(), StandardCharsets.UTF_8));
    var issue = Hash128.of(id.issueKey());
    if (differing.contains(issue)) {
      latest.merge(issue, revision, Math::max);
    }
    Reindexer.write(writer, id.toString(), revision, record.value());
  }

  private void hideLeftOver(String index) throws IOException {
    new IndexScan(parts.client()).read(List.of(index), List.of("source"), this::hideIfLeftOver);
    writer.flush();
  }

  private void hideIfLeftOver(IndexScan.Document document) throws IOException {
    var id = ArticleId.parse(document.id());
    long newest = latest.getOrDefault(Hash128.of(id.issueKey()), 0L);
    if (!document.withdrawn() && document.version() < newest) {
      var source = Json.read(Json.bytes(document.fields().path("source")), Article.Source.class);
      var version = new Article.Version(newest, true, source, Pipeline.VERSION);
      writer.add(document.id(), newest, Json.bytes(Article.withdrawn(id, version)));
    }
  }
}
