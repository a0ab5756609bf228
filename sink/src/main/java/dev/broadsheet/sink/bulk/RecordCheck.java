package dev.broadsheet.sink.bulk;

import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.contract.Utf8;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// What a record must be like before it may enter a bulk request.
///
/// Elasticsearch refuses a whole request for one id that is too long or one version that is not
/// positive, so those are found here. The value is looked at as bytes; it is not parsed. What is
/// right is seen without making text of it; only what is wrong takes more. For one thread.
public final class RecordCheck {
  private final int maxValueBytes;
  private final ValueHash hash = new ValueHash();

  public RecordCheck(int maxValueBytes) {
    this.maxValueBytes = maxValueBytes;
  }

  /// The article of a record, or why it has none.
  public sealed interface Checked {
    /// Fit to be indexed.
    record Fit(String id, long revision) implements Checked {}

    /// A dead letter.
    record Unfit(Rejected rejected) implements Checked {}
  }

  /// Checks key, headers and value of `source`.
  public Checked check(ConsumerRecord<byte[], byte[]> source) {
    try {
      ArticleId id = id(source.key());
      long revision = revision(header(source, HeaderNames.REVISION));
      demandIssue(header(source, HeaderNames.ISSUE), id);
      byte[] sha256 = header(source, HeaderNames.SHA256);
      byte[] value = value(source.value());
      if (!hash.matches(value, sha256)) {
        demandText(sha256, HeaderNames.SHA256);
        throw new Unfit(RejectReason.INTEGRITY, "SHA-256 of the value differs from its header");
      }
      return new Checked.Fit(id.toString(), revision);
    } catch (Unfit e) {
      return new Checked.Unfit(new Rejected(e.reason, "record_check", e.detail));
    }
  }

  private static ArticleId id(byte @Nullable [] key) throws Unfit {
    if (key == null || key.length == 0) {
      throw new Unfit(RejectReason.KEY, "no key");
    }
    if (key.length > ArticleId.MAX_BYTES) {
      throw new Unfit(
          RejectReason.KEY,
          "key of %d bytes: %d are allowed".formatted(key.length, ArticleId.MAX_BYTES));
    }
    try {
      String text = Utf8.decode(key);
      ArticleId id = ArticleId.parse(text);
      if (!id.toString().equals(text)) {
        throw new Unfit(RejectReason.KEY, "key is not the plain form of an article id");
      }
      return id;
    } catch (CharacterCodingException e) {
      throw new Unfit(RejectReason.KEY, "key is not UTF-8");
    } catch (IllegalArgumentException e) {
      throw new Unfit(RejectReason.KEY, "key is not an article id");
    }
  }

  private static void demandIssue(byte[] header, ArticleId id) throws Unfit {
    if (!Arrays.equals(header, id.issueKey().getBytes(StandardCharsets.UTF_8))) {
      demandText(header, HeaderNames.ISSUE);
      throw new Unfit(RejectReason.INTEGRITY, "issue header and key disagree");
    }
  }

  private static long revision(byte[] header) throws Unfit {
    if (header.length == 0 || header[0] == '0') {
      throw new Unfit(RejectReason.REVISION, "revision is not a whole number from 1");
    }
    long revision = 0;
    for (byte digit : header) {
      if (digit < '0' || digit > '9') {
        demandText(header, HeaderNames.REVISION);
        throw new Unfit(RejectReason.REVISION, "revision is not a whole number from 1");
      }
      // Once it is too large it stays so, however many digits follow.
      revision = Math.min(RawIssue.MAX_REVISION + 1, revision * 10 + digit - '0');
    }
    if (revision > RawIssue.MAX_REVISION) {
      throw new Unfit(RejectReason.REVISION, "revision is above " + RawIssue.MAX_REVISION);
    }
    return revision;
  }

  private static byte[] header(ConsumerRecord<byte[], byte[]> source, String name) throws Unfit {
    Header found = null;
    for (Header header : source.headers()) {
      if (header.key().equals(name)) {
        if (found != null) {
          throw new Unfit(RejectReason.HEADERS, "header " + name + " is there twice");
        }
        found = header;
      }
    }
    byte[] value = found == null ? null : found.value();
    if (value == null) {
      throw new Unfit(RejectReason.HEADERS, "header " + name + " is absent");
    }
    return value;
  }

  private static void demandText(byte[] header, String name) throws Unfit {
    if (Utf8.firstError(header) >= 0) {
      throw new Unfit(RejectReason.HEADERS, "header " + name + " is not UTF-8");
    }
  }

  private byte[] value(byte @Nullable [] value) throws Unfit {
    if (value == null) {
      throw new Unfit(RejectReason.VALUE, "no value: a withdrawal is a document, not a tombstone");
    }
    if (value.length > maxValueBytes) {
      throw new Unfit(
          RejectReason.TOO_LARGE,
          "value of %d bytes: %d are allowed".formatted(value.length, maxValueBytes));
    }
    if (value.length == 0 || value[0] != '{') {
      throw new Unfit(RejectReason.DECODE, "value is not a JSON object");
    }
    for (byte b : value) {
      if (b == '\n') {
        throw new Unfit(RejectReason.DECODE, "value has a line break, which ends it in a bulk");
      }
    }
    return value;
  }

  /// Ends a check; never leaves this class.
  private static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;
    private final String detail;

    Unfit(RejectReason reason, String detail) {
      super(detail, null, false, false);
      this.reason = reason;
      this.detail = detail;
    }
  }
}
