package dev.broadsheet.sink.bulk;

import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.contract.Utf8;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// What a record must be like before it may enter a bulk request.
///
/// Elasticsearch refuses a whole request for one id that is too long or one version that is not
/// positive, so those are found here. The value is looked at as bytes; it is not parsed.
public final class RecordCheck {
  private static final Pattern REVISION = Pattern.compile("[1-9][0-9]{0,18}");

  private final int maxValueBytes;

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
      if (!header(source, HeaderNames.ISSUE).equals(id.issueKey())) {
        throw new Unfit(RejectReason.INTEGRITY, "issue header and key disagree");
      }
      String sha256 = header(source, HeaderNames.SHA256);
      byte[] value = value(source.value());
      if (!Digests.sha256(value).equals(sha256)) {
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
    String text = text(key, RejectReason.KEY, "key is not UTF-8");
    try {
      ArticleId id = ArticleId.parse(text);
      if (!id.toString().equals(text)) {
        throw new Unfit(RejectReason.KEY, "key is not the plain form of an article id");
      }
      return id;
    } catch (IllegalArgumentException e) {
      throw new Unfit(RejectReason.KEY, "key is not an article id");
    }
  }

  private static long revision(String text) throws Unfit {
    if (!REVISION.matcher(text).matches()) {
      throw new Unfit(RejectReason.REVISION, "revision is not a whole number from 1");
    }
    // 19 digits may be more than a long holds.
    if (text.length() > 18 || Long.parseLong(text) > RawIssue.MAX_REVISION) {
      throw new Unfit(RejectReason.REVISION, "revision is above " + RawIssue.MAX_REVISION);
    }
    return Long.parseLong(text);
  }

  private static String header(ConsumerRecord<byte[], byte[]> source, String name) throws Unfit {
    Header found = null;
    for (Header header : source.headers().headers(name)) {
      if (found != null) {
        throw new Unfit(RejectReason.HEADERS, "header %s is there twice".formatted(name));
      }
      found = header;
    }
    if (found == null || found.value() == null) {
      throw new Unfit(RejectReason.HEADERS, "header %s is absent".formatted(name));
    }
    return text(found.value(), RejectReason.HEADERS, "header %s is not UTF-8".formatted(name));
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

  private static String text(byte[] bytes, RejectReason reason, String detail) throws Unfit {
    try {
      return Utf8.decode(bytes);
    } catch (CharacterCodingException e) {
      throw new Unfit(reason, detail);
    }
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
