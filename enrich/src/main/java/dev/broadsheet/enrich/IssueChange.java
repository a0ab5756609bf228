package dev.broadsheet.enrich;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.IssueRecords;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/// What one record of the issues topic changes, computed whole before anything is forwarded or
/// stored: an issue changes the world as one, or not at all.
sealed interface IssueChange {
  /// Documents to forward and the state to keep.
  record Replaced(IssueState state, List<Document> documents) implements IssueChange {}

  /// The same revision again: nothing to do.
  record Repeated() implements IssueChange {}

  /// A newer revision was seen before: nothing to do.
  record Stale() implements IssueChange {}

  /// A dead letter.
  record Rejected(RejectReason reason, String message, @Nullable String exception)
      implements IssueChange {}

  /// An article document on its way.
  ///
  /// @param json exactly the bytes to index
  record Document(String id, Bytes json, Headers headers) {}

  /// Computes the change.
  ///
  /// @param known what was last forwarded for the key, or null
  static IssueChange of(
      ConsumerRecord<byte[], byte[]> record, @Nullable IssueState known, Enricher enricher) {
    return switch (IssueRecords.read(record.key(), record.value(), record.headers())) {
      case IssueRecords.Reading.Invalid(var reason, var message) ->
          new Rejected(reason, message, null);
      case IssueRecords.Reading.Valid(var issue) -> ofIssue(record, issue, known, enricher);
    };
  }

  private static IssueChange ofIssue(
      ConsumerRecord<byte[], byte[]> record,
      RawIssue issue,
      @Nullable IssueState known,
      Enricher enricher) {
    String sha256 = Digests.sha256(record.value());
    if (known != null && known.revision() > issue.revision()) {
      return new Stale();
    }
    if (known != null && known.revision() == issue.revision()) {
      return known.sha256().equals(sha256)
          ? new Repeated()
          : new Rejected(
              RejectReason.CONFLICTING_REVISION,
              "revision %d came before with other content".formatted(issue.revision()),
              null);
    }
    int live = known == null ? 0 : known.articles();
    var source =
        new Article.Source(
            issue.origin().uri(),
            issue.origin().sha256(),
            issue.receivedAt(),
            record.topic(),
            record.partition(),
            record.offset());
    if (issue.withdrawn()) {
      return replaced(issue, sha256, List.of(), live, source);
    }
    return switch (guarded(enricher, issue, source)) {
      case Failed(var exception) ->
          new Rejected(
              RejectReason.FAILED, "our code failed on this issue", exception.getClass().getName());
      case Made(Enrichment.Rejected(var reason, var message)) ->
          new Rejected(reason, message, null);
      case Made(Enrichment.Articles(var articles)) ->
          replaced(issue, sha256, articles, live, source);
    };
  }

  private static IssueChange replaced(
      RawIssue issue, String sha256, List<Article> articles, int live, Article.Source source) {
    if (articles.size() > Limits.MAX_ARTICLES) {
      return new Rejected(
          RejectReason.TOO_MANY_ARTICLES,
          "%d articles, %d are allowed".formatted(articles.size(), Limits.MAX_ARTICLES),
          null);
    }
    var documents = new ArrayList<Document>();
    for (Article article : articles) {
      byte[] json = Json.bytes(article, Limits.MAX_ARTICLE_BYTES);
      if (json == null) {
        return new Rejected(
            RejectReason.TOO_LARGE_ARTICLE,
            "article %d takes more than %d bytes"
                .formatted(article.position(), Limits.MAX_ARTICLE_BYTES),
            null);
      }
      documents.add(document(article.id(), json, issue));
    }
    var gone = new Article.Version(issue.revision(), true, source, Pipeline.VERSION);
    for (int position = articles.size() + 1; position <= live; position++) {
      var id = new ArticleId(issue.key(), position);
      documents.add(document(id.toString(), Json.bytes(Article.withdrawn(id, gone)), issue));
    }
    return new Replaced(
        new IssueState(issue.revision(), sha256, articles.size()), List.copyOf(documents));
  }

  private static Document document(String id, byte[] json, RawIssue issue) {
    var headers = new RecordHeaders();
    headers.add(HeaderNames.ISSUE, issue.key().getBytes(StandardCharsets.UTF_8));
    headers.add(
        HeaderNames.REVISION, Long.toString(issue.revision()).getBytes(StandardCharsets.UTF_8));
    headers.add(
        HeaderNames.RECEIVED_AT, issue.receivedAt().toString().getBytes(StandardCharsets.UTF_8));
    headers.add(HeaderNames.SHA256, Digests.sha256(json).getBytes(StandardCharsets.UTF_8));
    return new Document(id, Bytes.wrap(json), headers);
  }

  /// A result of the core, or its failure.
  sealed interface Attempt {}

  /// The core's answer.
  record Made(Enrichment enrichment) implements Attempt {}

  /// The core threw.
  record Failed(Throwable cause) implements Attempt {}

  /// One issue that our own code cannot take must not stop the others: the boundary of the core is
  /// where a failure becomes a dead letter.
  private static Attempt guarded(Enricher enricher, RawIssue issue, Article.Source source) {
    try {
      return new Made(enricher.enrich(issue, source));
    } catch (RuntimeException | StackOverflowError e) {
      return new Failed(e);
    }
  }
}
