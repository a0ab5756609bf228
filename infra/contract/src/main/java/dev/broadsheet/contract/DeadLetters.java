package dev.broadsheet.contract;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Dead letters: records that a stage gave up on, with the reason in their headers.
public final class DeadLetters {
  private static final int MESSAGE_CHARACTERS = 500;
  private static final int HEADER_BYTES = 4096;
  private static final int KEY_BYTES = 32 * 1024;

  private DeadLetters() {}

  /// Why a record failed.
  ///
  /// @param stage `enrich` or `sink`
  /// @param message for people; control characters are removed and it is cut to 500 characters
  /// @param exception class of the exception, or null when the data is bad
  public record Cause(
      String stage, RejectReason reason, String message, @Nullable String exception) {}

  /// The dead letter of a record: its key, value and headers and the `dlq-` headers. A value of
  /// more than [Limits#MAX_VALUE_BYTES] is replaced by its size and hash, and headers and keys of
  /// absurd size are left out, so that the dead letter itself can always be written.
  public static ProducerRecord<byte[], byte[]> of(
      String topic, ConsumerRecord<byte[], byte[]> failed, Cause cause) {
    byte @Nullable [] value = failed.value();
    boolean tooLarge = value != null && value.length > Limits.MAX_VALUE_BYTES;
    byte @Nullable [] key = failed.key();
    var letter =
        new ProducerRecord<byte[], byte[]>(
            topic, key != null && key.length > KEY_BYTES ? null : key, tooLarge ? null : value);
    Headers headers = letter.headers();
    for (var header : failed.headers()) {
      boolean small = header.value() == null || header.value().length <= HEADER_BYTES;
      if (small && !header.key().startsWith("dlq-")) {
        headers.add(header);
      }
    }
    add(headers, HeaderNames.DLQ_STAGE, cause.stage());
    add(headers, HeaderNames.DLQ_REASON, cause.reason().code());
    add(headers, HeaderNames.DLQ_MESSAGE, printable(cause.message()));
    if (cause.exception() != null) {
      add(headers, HeaderNames.DLQ_EXCEPTION, cause.exception());
    }
    add(headers, HeaderNames.DLQ_TOPIC, failed.topic());
    add(headers, HeaderNames.DLQ_PARTITION, Integer.toString(failed.partition()));
    add(headers, HeaderNames.DLQ_OFFSET, Long.toString(failed.offset()));
    add(headers, HeaderNames.DLQ_TIMESTAMP, Long.toString(failed.timestamp()));
    if (tooLarge) {
      add(headers, HeaderNames.DLQ_VALUE_BYTES, Integer.toString(value.length));
      add(headers, HeaderNames.DLQ_VALUE_SHA256, Digests.sha256(value));
    }
    return letter;
  }

  /// The same letter with nothing but its key and its `dlq-` headers, for a topic that refuses it
  /// for its size.
  public static ProducerRecord<byte[], byte[]> bare(ProducerRecord<byte[], byte[]> letter) {
    byte @Nullable [] value = letter.value();
    var bare = new ProducerRecord<byte[], byte[]>(letter.topic(), letter.key(), null);
    for (var header : letter.headers()) {
      if (header.key().startsWith("dlq-")) {
        bare.headers().add(header);
      }
    }
    if (value != null) {
      add(bare.headers(), HeaderNames.DLQ_VALUE_BYTES, Integer.toString(value.length));
      add(bare.headers(), HeaderNames.DLQ_VALUE_SHA256, Digests.sha256(value));
    }
    return bare;
  }

  /// Text from elsewhere, fit for a log line or a header.
  private static String printable(String text) {
    var clean = new StringBuilder();
    text.codePoints()
        .limit(MESSAGE_CHARACTERS)
        .forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return clean.toString();
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
