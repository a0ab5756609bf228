package dev.broadsheet.sink.bulk;

import dev.broadsheet.contract.Json;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The body of a bulk request: an action line and the record's own bytes for each article, as
/// newline-delimited JSON in the order of the records.
///
/// It is put together while it is sent: a request has megabytes, which exist nowhere a second time.
final class BulkBody implements Transport.Body {
  private static final byte[] HEAD = ascii("{\"index\":{\"_id\":");
  private static final byte[] VERSION = ascii(",\"version\":");
  private static final byte[] TAIL = ascii(",\"version_type\":\"external\"}}\n");
  private static final byte[] LINE_BREAK = {'\n'};

  /// By turns what comes before a value, and the value; a line break at last.
  private final byte[][] pieces;

  private final long length;

  BulkBody(List<ArticleRecord> records) {
    this.pieces = new byte[2 * records.size() + 1][];
    int at = 0;
    long bytes = 1;
    for (ArticleRecord record : records) {
      pieces[at] = action(record, at > 0);
      pieces[at + 1] = record.value();
      bytes += pieces[at].length + pieces[at + 1].length;
      at += 2;
    }
    pieces[at] = LINE_BREAK;
    this.length = bytes;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public InputStream open() {
    return new PieceStream(pieces, length);
  }

  private static byte[] action(ArticleRecord record, boolean endsLine) {
    byte[] id = quoted(record.id());
    byte[] version = ascii(Long.toString(record.revision()));
    var line =
        new ByteArrayOutputStream(
            1 + HEAD.length + id.length + VERSION.length + version.length + TAIL.length);
    if (endsLine) {
      line.write('\n');
    }
    line.writeBytes(HEAD);
    line.writeBytes(id);
    line.writeBytes(VERSION);
    line.writeBytes(version);
    line.writeBytes(TAIL);
    return line.toByteArray();
  }

  /// The id as a JSON string. Hardly any holds what JSON wants escaped.
  private static byte[] quoted(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        return Json.bytes(id);
      }
    }
    return ('"' + id + '"').getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
