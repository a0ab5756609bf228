package dev.broadsheet.contract;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// The records of the issues topic: [RawIssue] to key, value and headers, and back.
public final class IssueRecords {
  private IssueRecords() {}

  /// The record of an issue. Its timestamp is the wall clock of sending, never the paper's date.
  ///
  /// @throws IllegalArgumentException when key or text hold characters that are not text
  public static ProducerRecord<byte[], byte[]> write(String topic, RawIssue issue) {
    byte[] value = encode(issue.text(), issue);
    var record = new ProducerRecord<>(topic, encode(issue.key(), issue), value);
    Headers headers = record.headers();
    add(headers, HeaderNames.REVISION, Long.toString(issue.revision()));
    add(headers, HeaderNames.WITHDRAWN, Boolean.toString(issue.withdrawn()));
    add(headers, HeaderNames.SOURCE, issue.origin().uri());
    add(headers, HeaderNames.CONTENT_TYPE, issue.origin().contentType());
    add(headers, HeaderNames.CHARSET, issue.origin().charset());
    add(headers, HeaderNames.SHA256, issue.origin().sha256());
    add(headers, HeaderNames.TEXT_SHA256, Digests.sha256(value));
    add(headers, HeaderNames.RECEIVED_AT, issue.receivedAt().toString());
    add(headers, HeaderNames.HINT_PAPER, issue.hints().paper());
    add(headers, HeaderNames.HINT_DATE, issue.hints().date());
    add(headers, HeaderNames.HINT_PAGE, issue.hints().page());
    return record;
  }

  /// What a record says.
  public sealed interface Reading {
    /// A record in its format.
    record Valid(RawIssue issue) implements Reading {}

    /// A record that is not; `message` says what is wrong and where.
    record Invalid(RejectReason reason, String message) implements Reading {}
  }

  /// Reads a record, checking everything that a writer could have got wrong.
  public static Reading read(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    try {
      return new Reading.Valid(parse(key, value, headers));
    } catch (InvalidRecord e) {
      return new Reading.Invalid(e.reason, e.description);
    }
  }

  private static RawIssue parse(byte @Nullable [] key, byte @Nullable [] value, Headers headers)
      throws InvalidRecord {
    String issueKey = key(key);
    if (value == null) {
      throw new InvalidRecord(
          RejectReason.VALUE, "no value; a withdrawal is an empty value with withdrawn=true");
    }
    long revision = revision(required(headers, HeaderNames.REVISION));
    String text = text(value);
    String textHash = required(headers, HeaderNames.TEXT_SHA256);
    if (!textHash.equals(Digests.sha256(value))) {
      throw new InvalidRecord(
          RejectReason.INTEGRITY, "header text-sha256 does not agree with the value");
    }
    boolean withdrawn = flag(required(headers, HeaderNames.WITHDRAWN));
    if (withdrawn && !text.isEmpty()) {
      throw new InvalidRecord(RejectReason.VALUE, "withdrawn, but the value is not empty");
    }
    var origin =
        new RawIssue.Origin(
            required(headers, HeaderNames.SOURCE),
            required(headers, HeaderNames.CONTENT_TYPE),
            required(headers, HeaderNames.CHARSET),
            required(headers, HeaderNames.SHA256));
    var hints =
        new IssueHints(
            optional(headers, HeaderNames.HINT_PAPER),
            optional(headers, HeaderNames.HINT_DATE),
            optional(headers, HeaderNames.HINT_PAGE));
    return new RawIssue(
        issueKey,
        text,
        revision,
        withdrawn,
        origin,
        instant(required(headers, HeaderNames.RECEIVED_AT)),
        hints);
  }

  private static String key(byte @Nullable [] key) throws InvalidRecord {
    if (key == null || key.length == 0) {
      throw new InvalidRecord(RejectReason.KEY, "no key");
    }
    if (key.length > ArticleId.MAX_ISSUE_KEY_BYTES) {
      throw new InvalidRecord(
          RejectReason.KEY,
          "key of %d bytes, %d are allowed".formatted(key.length, ArticleId.MAX_ISSUE_KEY_BYTES));
    }
    try {
      return Utf8.decode(key);
    } catch (CharacterCodingException e) {
      throw new InvalidRecord(RejectReason.KEY, "key is not UTF-8");
    }
  }

  private static String text(byte[] value) throws InvalidRecord {
    try {
      return Utf8.decode(value);
    } catch (CharacterCodingException e) {
      throw new InvalidRecord(
          RejectReason.DECODE, "value is not UTF-8 at byte %d".formatted(Utf8.firstError(value)));
    }
  }

  private static long revision(String text) throws InvalidRecord {
    try {
      long revision = Long.parseLong(text);
      if (revision >= 1 && revision <= RawIssue.MAX_REVISION) {
        return revision;
      }
    } catch (NumberFormatException e) {
      throw new InvalidRecord(RejectReason.REVISION, "revision is not a number");
    }
    throw new InvalidRecord(
        RejectReason.REVISION,
        "revision %s is not in 1..%d".formatted(text, RawIssue.MAX_REVISION));
  }

  private static boolean flag(String text) throws InvalidRecord {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidRecord(RejectReason.HEADERS, "withdrawn is not true or false");
    };
  }

  private static Instant instant(String text) throws InvalidRecord {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidRecord(RejectReason.HEADERS, "received-at is not an ISO 8601 instant");
    }
  }

  private static String required(Headers headers, String name) throws InvalidRecord {
    String value = optional(headers, name);
    if (value == null) {
      throw new InvalidRecord(RejectReason.HEADERS, "header %s is missing".formatted(name));
    }
    return value;
  }

  private static @Nullable String optional(Headers headers, String name) throws InvalidRecord {
    Iterator<Header> all = headers.headers(name).iterator();
    if (!all.hasNext()) {
      return null;
    }
    byte[] value = all.next().value();
    if (all.hasNext()) {
      throw new InvalidRecord(RejectReason.HEADERS, "header %s is given twice".formatted(name));
    }
    if (value == null || value.length > 16 * 1024) {
      throw new InvalidRecord(
          RejectReason.HEADERS, "header %s is empty or too long".formatted(name));
    }
    try {
      return Utf8.decode(value);
    } catch (CharacterCodingException e) {
      throw new InvalidRecord(RejectReason.HEADERS, "header %s is not UTF-8".formatted(name));
    }
  }

  private static void add(Headers headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] encode(String text, RawIssue issue) {
    try {
      return Utf8.encode(text);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "issue %s holds a lone surrogate".formatted(issue.key()), e);
    }
  }

  /// Carries reason and message from a check to [#read]; never leaves this class.
  private static final class InvalidRecord extends Exception {
    private final RejectReason reason;
    private final String description;

    InvalidRecord(RejectReason reason, String description) {
      super(description, null, false, false);
      this.reason = reason;
      this.description = description;
    }
  }
}
