package dev.broadsheet.sink.bulk;

import dev.broadsheet.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The body of a bulk request: an action line and the record's own bytes for each article.
final class BulkBody {
  private static final byte[] HEAD = "{\"index\":{\"_id\":".getBytes(StandardCharsets.UTF_8);

  private BulkBody() {}

  /// Lays `records` out as newline-delimited JSON, in their order, in one array of the right
  /// size: a request has megabytes, and is copied nowhere.
  static byte[] of(List<ArticleRecord> records) {
    byte[][] actions = new byte[records.size()][];
    int size = 0;
    for (int i = 0; i < actions.length; i++) {
      actions[i] = action(records.get(i));
      size += HEAD.length + actions[i].length + records.get(i).value().length + 1;
    }
    byte[] body = new byte[size];
    int at = 0;
    for (int i = 0; i < actions.length; i++) {
      at = put(HEAD, body, at);
      at = put(actions[i], body, at);
      at = put(records.get(i).value(), body, at);
      body[at++] = '\n';
    }
    return body;
  }

  private static int put(byte[] piece, byte[] body, int at) {
    System.arraycopy(piece, 0, body, at, piece.length);
    return at + piece.length;
  }

  private static byte[] action(ArticleRecord record) {
    String rest =
        Json.text(record.id())
            + ",\"version\":"
            + record.revision()
            + ",\"version_type\":\"external\"}}\n";
    return rest.getBytes(StandardCharsets.UTF_8);
  }
}
