package dev.broadsheet.sink.bulk;

import dev.broadsheet.contract.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The body of a bulk request: an action line and the record's own bytes for each article.
final class BulkBody {
  private BulkBody() {}

  /// Lays `records` out as newline-delimited JSON, in their order.
  static byte[] of(List<ArticleRecord> records) {
    int size = records.stream().mapToInt(ArticleRecord::bytes).sum();
    ByteArrayOutputStream body = new ByteArrayOutputStream(size);
    for (ArticleRecord record : records) {
      body.writeBytes(action(record).getBytes(StandardCharsets.UTF_8));
      body.writeBytes(record.value());
      body.write('\n');
    }
    return body.toByteArray();
  }

  private static String action(ArticleRecord record) {
    return "{\"index\":{\"_id\":%s,\"version\":%d,\"version_type\":\"external\"}}\n"
        .formatted(Json.text(record.id()), record.revision());
  }
}
