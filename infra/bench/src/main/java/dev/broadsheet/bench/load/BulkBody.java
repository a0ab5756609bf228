package dev.broadsheet.bench.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The body of a bulk request under construction.
final class BulkBody {
  private final int bytes;
  private final ByteArrayOutputStream out;

  /// @param bytes that a request may have; a single larger document goes alone
  BulkBody(int bytes) {
    this.bytes = bytes;
    this.out = new ByteArrayOutputStream(bytes + (1 << 16));
  }

  boolean isEmpty() {
    return out.size() == 0;
  }

  boolean fits(int more) {
    return isEmpty() || out.size() + more <= bytes;
  }

  void add(String id, long revision, byte[] json) {
    String action =
        "{\"index\":{\"_id\":\"%s\",\"version\":%d,\"version_type\":\"external\"}}\n"
            .formatted(id, revision);
    out.writeBytes(action.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(json);
    out.write('\n');
  }

  byte[] take() {
    byte[] body = out.toByteArray();
    out.reset();
    return body;
  }
}
