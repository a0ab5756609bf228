package dev.broadsheet.cli.letter;

import dev.broadsheet.cli.scan.NewestIssues;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.Utf8;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// A dead letter without its text.
///
/// @param place where it is
/// @param at when it was written
/// @param cause why
/// @param key of the record that failed; null when it has none that is text
/// @param issue key of the issue that it is about; null when it does not say
/// @param revision of the issue; 0 when it does not say
public record Letter(
    Place place,
    Instant at,
    Cause cause,
    @Nullable String key,
    @Nullable String issue,
    long revision) {
  /// Names the place of a letter that an operator has closed. A record with this header is no
  /// letter.
  static final String CLOSES = "dlq-closes";

  /// Why the record failed.
  public record Cause(String stage, String reason, String message) {}

  static Letter of(ConsumerRecord<byte[], byte[]> record, boolean ofArticle) {
    String key = text(record.key());
    return new Letter(
        new Place(record.topic(), record.partition(), record.offset()),
        Instant.ofEpochMilli(Math.max(0, record.timestamp())),
        new Cause(
            header(record, HeaderNames.DLQ_STAGE).orElse("?"),
            header(record, HeaderNames.DLQ_REASON).orElse("?"),
            header(record, HeaderNames.DLQ_MESSAGE).orElse("")),
        key,
        ofArticle ? issueOf(key) : key,
        NewestIssues.revision(record.headers()));
  }

  /// Whether a record of a dead-letter topic is a mark that closes a letter.
  public static boolean isMark(ConsumerRecord<byte[], byte[]> record) {
    return record.headers().lastHeader(CLOSES) != null;
  }

  /// The last header of a name, as text.
  static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  private static @Nullable String issueOf(@Nullable String articleId) {
    try {
      return articleId == null ? null : ArticleId.parse(articleId).issueKey();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    try {
      return bytes == null || bytes.length == 0 ? null : Utf8.decode(bytes);
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
