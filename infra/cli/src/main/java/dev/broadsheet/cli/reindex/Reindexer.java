package dev.broadsheet.cli.reindex;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.broadsheet.cli.scan.IndexScan;
import dev.broadsheet.cli.scan.NewestIssues;
import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.enrich.Enricher;
import dev.broadsheet.enrich.IssueReplay;
import dev.broadsheet.ingest.table.Hash128;
import dev.broadsheet.sink.install.IndexMismatch;
import dev.broadsheet.sink.install.IndexVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Builds a new index beside the live one and switches to it. RATIONALE.md of this module says why
/// nothing is lost on the way. One thread at a time.
public final class Reindexer {
  private final Parts parts;
  private final IndexScan scan;
  private final Steps steps;
  private final IssueCounts counts = new IssueCounts();
  private final Difference difference = new Difference();
  private final List<String> refusedDocuments = new ArrayList<>();
  private long issues;
  private long refused;

  /// What it works with.
  ///
  /// @param reissue publishes issues once more
  public record Parts(
      Topics topics,
      TopicScan kafka,
      ElasticsearchClient client,
      IndexVersions versions,
      Enricher enricher,
      Reissue reissue) {}

  /// Publishes issues once more.
  @FunctionalInterface
  public interface Reissue {
    /// Publishes them, and waits until enrich is through with them.
    ///
    /// @param issues hashes of their keys, not empty
    /// @return how many were published
    long publish(Set<Hash128> issues);
  }

  public Reindexer(Parts parts, Steps steps) {
    this.parts = parts;
    this.scan = new IndexScan(parts.client());
    this.steps = steps;
  }

  /// Builds, compares and, if asked, switches. Without a switch the new index is deleted again.
  ///
  /// @throws IndexMismatch when there is no live index
  public Report run(boolean switchOver) throws IOException {
    String old =
        parts
            .versions()
            .live()
            .orElseThrow(
                () -> new IndexMismatch("There is no article index; run ./broadsheet setup"));
    // Articles below this offset are of issues below the next one: the order matters.
    var articlesBefore = parts.kafka().ends(parts.topics().articles());
    var issuesEnd = parts.kafka().ends(parts.topics().issues());
    String next = parts.versions().createNext();
    boolean switched = false;
    try {
      var writer = new VersionedWriter(parts.client(), next, refusedDocuments::add);
      scan.read(List.of(old), ArticleFace.FIELDS, d -> whenLive(d, difference::old));
      replay(issuesEnd, writer);
      var articlesRead = carryOver(writer);
      scan.read(List.of(old), ArticleFace.FIELDS, d -> whenLive(d, difference::review));
      List<String> lost = refusedDocuments.stream().filter(difference::wasLive).toList();
      Set<Hash128> differing = counts.differing();
      long reissued = 0;
      if (switchOver && lost.isEmpty()) {
        var catchUp = new CatchUp(parts, writer, differing);
        catchUp.follow(articlesBefore, articlesRead);
        parts.versions().switchTo(next);
        switched = true;
        reissued = catchUp.complete(articlesRead, next);
      }
      return new Report(old, next, switched, issues, refused, reissued, lost, difference.report());
    } finally {
      if (!switched) {
        parts.versions().delete(next);
      }
    }
  }

  /// Goes back, or forth, to an index that is there, and brings it up to date.
  public void switchTo(String index) throws IOException {
    parts.versions().switchTo(index);
    var writer = new VersionedWriter(parts.client(), index, refusedDocuments::add);
    var topic = parts.topics().articles();
    new CatchUp(parts, writer, Set.of())
        .follow(parts.kafka().starts(topic), parts.kafka().ends(topic));
  }

  private static void whenLive(IndexScan.Document document, Consumer<ArticleFace> taker) {
    if (!document.withdrawn()) {
      taker.accept(ArticleFace.of(document.id(), document.fields()));
    }
  }

  private void replay(Map<TopicPartition, Long> ends, VersionedWriter writer) throws IOException {
    var newest = new NewestIssues();
    var starts = parts.kafka().starts(parts.topics().issues());
    parts.kafka().read(starts, ends, newest::take);
    steps.begin("reindex", newest.size());
    parts
        .kafka()
        .read(
            starts,
            ends,
            record -> {
              if (newest.isNewest(record)) {
                replay(record, writer);
                steps.step();
              }
            });
    writer.flush();
  }

  private void replay(ConsumerRecord<byte[], byte[]> record, VersionedWriter writer) {
    long revision = NewestIssues.revision(record.headers());
    issues++;
    switch (IssueReplay.of(record, parts.enricher())) {
      case IssueReplay.Documents(var documents) -> {
        counts.made(record.key(), revision, documents.size());
        for (var document : documents) {
          difference.fresh(ArticleFace.of(document.id(), Json.tree(document.json())));
          write(writer, document.id(), document.revision(), document.json());
        }
      }
      case IssueReplay.Refused _ -> {
        refused++;
        counts.refused(record.key(), revision);
      }
    }
  }

  /// Hidden documents go over as they are: they hold the place against late older ones. So do the
  /// articles of issues that the current code refuses.
  private Map<TopicPartition, Long> carryOver(VersionedWriter writer) throws IOException {
    var ends =
        parts
            .kafka()
            .readAll(
                parts.topics().articles(),
                record -> {
                  if (record.key() == null || record.value() == null) {
                    return;
                  }
                  var id = ArticleId.parse(new String(record.key(), StandardCharsets.UTF_8));
                  long revision = NewestIssues.revision(record.headers());
                  boolean hidden = isHidden(record);
                  if (!hidden) {
                    counts.known(id.issueKey(), revision, id.position());
                  }
                  boolean kept = counts.isRefused(id.issueKey());
                  if (hidden || kept) {
                    write(writer, id.toString(), revision, record.value());
                  }
                  if (kept && !hidden) {
                    difference.carried(id.toString());
                  }
                });
    writer.flush();
    return ends;
  }

  private static boolean isHidden(ConsumerRecord<byte[], byte[]> record) {
    return Json.tree(record.value()).path("withdrawn").booleanValue(false);
  }

  /// Within a reading of a topic, which knows no [IOException].
  static void write(VersionedWriter writer, String id, long revision, byte[] json) {
    try {
      writer.add(id, revision, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
