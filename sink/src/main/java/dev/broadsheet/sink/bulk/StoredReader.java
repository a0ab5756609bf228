package dev.broadsheet.sink.bulk;

import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.sink.bulk.IndexOutcome.Blocked;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import dev.broadsheet.sink.bulk.IndexOutcome.Retry;
import dev.broadsheet.sink.bulk.IndexOutcome.Superseded;
import dev.broadsheet.sink.bulk.Transport.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Asks which revision and which source the index holds for articles whose version it refused, and
/// decides: a higher revision, or the same one of the same source, supersedes the record.
final class StoredReader {
  /// The parts of the answer that are read, for `filter_path`.
  static final String FILTER =
      "docs._id,docs._version,docs.found,docs._source.source.sha256,docs.error.type,"
          + "error.type,error.reason,status";

  private StoredReader() {}

  /// The body of the request: the ids, in the order of `records`.
  static byte[] body(List<ArticleRecord> records) {
    return Json.bytes(Map.of("ids", records.stream().map(ArticleRecord::id).toList()));
  }

  /// What `reply` says of `records`.
  static BatchAnswer read(List<ArticleRecord> records, Reply reply) {
    return switch (reply) {
      case Reply.Failure(var cause) -> new BatchAnswer.Unanswered(cause);
      case Reply.Answer(var status, var body) when status >= 200 && status < 300 ->
          documents(records, body);
      case Reply.Answer(var status, var body) -> refusal(status, body);
    };
  }

  // No single record is to blame when a look-up is refused: there is nothing to split.
  private static BatchAnswer refusal(int status, byte[] body) {
    return switch (BulkReader.refusal(status, body)) {
      case BatchAnswer.Split(var alone) ->
          new BatchAnswer.Whole(
              new Blocked("look-up answered %d %s".formatted(status, alone.type())));
      case BatchAnswer other -> other;
    };
  }

  private static BatchAnswer documents(List<ArticleRecord> records, byte[] body) {
    try {
      JsonNode documents = Json.tree(body).path("docs");
      if (documents.size() != records.size()) {
        return broken();
      }
      List<IndexOutcome> outcomes = new ArrayList<>(records.size());
      for (int i = 0; i < records.size(); i++) {
        JsonNode document = documents.path(i);
        if (!records.get(i).id().equals(document.path("_id").stringValue(""))) {
          return broken();
        }
        outcomes.add(outcome(records.get(i), document));
      }
      return new BatchAnswer.Items(outcomes);
    } catch (IllegalArgumentException e) {
      return broken();
    }
  }

  private static IndexOutcome outcome(ArticleRecord record, JsonNode stored) {
    if (!stored.path("found").booleanValue(false)) {
      // Deleted by hand a moment ago, or the shard is away: the bulk request will tell.
      return new Retry("stored document not found " + stored.path("error").path("type"));
    }
    long version = stored.path("_version").asLong(0);
    if (version > record.revision()) {
      return new Superseded();
    }
    if (version < record.revision()) {
      return new Retry("stored version is lower");
    }
    String sha256 = sourceSha256(stored.path("_source"));
    if (!sha256.isEmpty() && sha256.equals(sourceSha256(record))) {
      return new Superseded();
    }
    return new Rejected(
        RejectReason.CONFLICTING_REVISION,
        "version_conflict_engine_exception",
        "revision %d is stored with another source".formatted(version));
  }

  private static String sourceSha256(ArticleRecord record) {
    try {
      return sourceSha256(Json.tree(record.value()));
    } catch (IllegalArgumentException e) {
      // What cannot be read is not the same; it must not be taken for a broken answer.
      return "";
    }
  }

  private static String sourceSha256(JsonNode article) {
    return article.path("source").path("sha256").stringValue("");
  }

  private static BatchAnswer broken() {
    return new BatchAnswer.Whole(new Retry("broken look-up answer"));
  }
}
