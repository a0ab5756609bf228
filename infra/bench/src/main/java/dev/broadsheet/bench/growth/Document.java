package dev.broadsheet.bench.growth;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/// An article document on its way to the sink.
///
/// @param id of the article
/// @param json exactly the bytes that are indexed
record Document(String id, byte[] json) {
  private static final String RECEIVED_AT = Instant.EPOCH.toString();

  static Document of(Article article) {
    return new Document(article.id(), Json.bytes(article));
  }

  /// The record that `enrich` writes of it.
  ProducerRecord<byte[], byte[]> to(String topic) {
    var record = new ProducerRecord<>(topic, utf8(id), json);
    Map.of(
            HeaderNames.ISSUE,
            ArticleId.parse(id).issueKey(),
            HeaderNames.REVISION,
            "1",
            HeaderNames.RECEIVED_AT,
            RECEIVED_AT,
            HeaderNames.SHA256,
            Digests.sha256(json))
        .forEach((name, value) -> record.headers().add(name, utf8(value)));
    return record;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
