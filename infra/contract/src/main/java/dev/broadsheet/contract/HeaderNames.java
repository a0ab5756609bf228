package dev.broadsheet.contract;

/// The names of the record headers. All values are UTF-8 text.
public final class HeaderNames {
  /// Revision of the issue, decimal, from 1.
  public static final String REVISION = "revision";

  /// `true` when the issue is withdrawn, otherwise `false`.
  public static final String WITHDRAWN = "withdrawn";

  /// Where the issue came from: a URI.
  public static final String SOURCE = "source";

  public static final String CONTENT_TYPE = "content-type";

  /// Charset that the original bytes were decoded with.
  public static final String CHARSET = "charset";

  /// SHA-256 of the original bytes of an issue, or of the document of an article, in hex.
  public static final String SHA256 = "sha256";

  /// SHA-256 of the record value of an issue, in hex: a broken transport shows.
  public static final String TEXT_SHA256 = "text-sha256";

  /// Instant of receipt, ISO 8601 in UTC.
  public static final String RECEIVED_AT = "received-at";

  /// Hints of the source about the paper's name, the issue's date (ISO) and the page number.
  public static final String HINT_PAPER = "paper";

  public static final String HINT_DATE = "date";
  public static final String HINT_PAGE = "page";

  /// Key of the issue that an article belongs to.
  public static final String ISSUE = "issue";

  /// Dead letters: the stage that gave up, and the coordinates of the record that failed.
  public static final String DLQ_STAGE = "dlq-stage";

  public static final String DLQ_REASON = "dlq-reason";
  public static final String DLQ_MESSAGE = "dlq-message";
  public static final String DLQ_EXCEPTION = "dlq-exception";
  public static final String DLQ_TOPIC = "dlq-topic";
  public static final String DLQ_PARTITION = "dlq-partition";
  public static final String DLQ_OFFSET = "dlq-offset";
  public static final String DLQ_TIMESTAMP = "dlq-timestamp";

  /// Dead letters whose value was left out for its size: bytes and SHA-256 of the value.
  public static final String DLQ_VALUE_BYTES = "dlq-value-bytes";

  public static final String DLQ_VALUE_SHA256 = "dlq-value-sha256";

  private HeaderNames() {}
}
