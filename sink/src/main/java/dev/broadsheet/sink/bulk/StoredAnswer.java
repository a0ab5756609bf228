package dev.broadsheet.sink.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The bytes with which Elasticsearch says that all articles of a bulk request are stored. An
/// answer that is any different may say the same in other words: it is to be read as JSON.
final class StoredAnswer {
  private static final byte[] BEGIN = ascii("{\"items\":[");
  private static final byte[] ITEM = ascii("{\"index\":{\"_id\":\"");

  /// The last digit of the status follows: 200 for a newer revision, 201 for a new article.
  private static final byte[] STATUS = ascii("\",\"status\":20");

  private static final byte[] ITEM_END = ascii("}}");
  private static final byte[] END = ascii("]}");

  private final byte[] body;
  private int at;

  private StoredAnswer(byte[] body) {
    this.body = body;
  }

  /// Whether `body` says so of exactly these records, in their order.
  static boolean is(byte[] body, List<ArticleRecord> records) {
    return new StoredAnswer(body).isOf(records);
  }

  private boolean isOf(List<ArticleRecord> records) {
    if (!pass(BEGIN)) {
      return false;
    }
    for (int i = 0; i < records.size(); i++) {
      if (i > 0 && !pass(',') || !passItem(records.get(i).id())) {
        return false;
      }
    }
    return pass(END) && at == body.length;
  }

  private boolean passItem(String id) {
    return pass(ITEM)
        && pass(id.getBytes(StandardCharsets.UTF_8))
        && pass(STATUS)
        && (pass('1') || pass('0'))
        && pass(ITEM_END);
  }

  private boolean pass(byte[] expected) {
    int end = at + expected.length;
    if (end > body.length || !Arrays.equals(body, at, end, expected, 0, expected.length)) {
      return false;
    }
    at = end;
    return true;
  }

  private boolean pass(char expected) {
    if (at == body.length || body[at] != expected) {
      return false;
    }
    at++;
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
