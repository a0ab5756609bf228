package dev.broadsheet.sink.bulk;

import dev.broadsheet.contract.Json;
import dev.broadsheet.sink.bulk.IndexOutcome.Indexed;
import dev.broadsheet.sink.bulk.IndexOutcome.Retry;
import dev.broadsheet.sink.bulk.Transport.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads the answer to a bulk request.
///
/// An answer counts only if it speaks of exactly the articles that were sent, in their order;
/// anything else is taken as no answer.
final class BulkReader {
  /// The parts of the answer that are read, for `filter_path`.
  static final String FILTER =
      "items.*._id,items.*.status,items.*.error.type,items.*.error.reason,"
          + "error.type,error.reason,status";

  private BulkReader() {}

  /// What `reply` says of `records`.
  static BatchAnswer read(List<ArticleRecord> records, Reply reply) {
    return switch (reply) {
      case Reply.Failure(var cause) -> new BatchAnswer.Unanswered(cause);
      case Reply.Answer(var status, var body) when status >= 200 && status < 300 ->
          items(records, body);
      case Reply.Answer(var status, var body) -> refusal(status, body);
    };
  }

  /// What an answer of another status than 2xx says; its body may be of any kind.
  static BatchAnswer refusal(int status, byte[] body) {
    try {
      JsonNode error = Json.tree(body).path("error");
      return Classification.request(
          status, error.path("type").stringValue(""), error.path("reason").stringValue(""));
    } catch (IllegalArgumentException e) {
      return Classification.request(status, "", "");
    }
  }

  private static BatchAnswer items(List<ArticleRecord> records, byte[] body) {
    // Nearly every answer says the same of every article, and need not be taken apart.
    if (StoredAnswer.is(body, records)) {
      return new BatchAnswer.Items(Collections.nCopies(records.size(), new Indexed()));
    }
    try {
      JsonNode items = Json.tree(body).path("items");
      if (items.size() != records.size()) {
        return broken("%d items for %d articles".formatted(items.size(), records.size()));
      }
      List<IndexOutcome> outcomes = new ArrayList<>(records.size());
      for (int i = 0; i < records.size(); i++) {
        JsonNode item = items.path(i).path("index");
        if (!records.get(i).id().equals(item.path("_id").stringValue(""))
            || !item.path("status").isInt()) {
          return broken("item %d is not the answer to its article".formatted(i));
        }
        JsonNode error = item.path("error");
        outcomes.add(
            Classification.item(
                item.path("status").asInt(),
                error.path("type").stringValue(""),
                error.path("reason").stringValue("")));
      }
      return new BatchAnswer.Items(outcomes);
    } catch (IllegalArgumentException e) {
      return broken("not JSON");
    }
  }

  private static BatchAnswer broken(String how) {
    return new BatchAnswer.Whole(new Retry("broken bulk answer: " + how));
  }
}
