package dev.broadsheet.cli.reindex;

import dev.broadsheet.ingest.table.Hash128;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What of an article is compared.
///
/// @param topics codes in their order, a space between
record ArticleFace(String id, @Nullable String headline, String topics) {
  /// The fields of a document that this is made from.
  static final List<String> FIELDS = List.of("headline", "topics.code");

  static ArticleFace of(String id, JsonNode document) {
    String topics =
        document
            .path("topics")
            .valueStream()
            .map(t -> t.path("code").stringValue(""))
            .sorted()
            .collect(Collectors.joining(" "));
    return new ArticleFace(id, document.path("headline").stringValue(null), topics);
  }

  long headlineHash() {
    return headline == null ? 0 : Hash128.of(headline).high();
  }

  long topicsHash() {
    return Hash128.of(topics).high();
  }
}
