package dev.broadsheet.sink.letter;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.sink.bulk.Display;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// The record of the dead-letter topic for a record that failed.
final class DeadLetter {
  private static final String STAGE = "sink";

  /// Keys and headers above this are left out of a letter that has to be small.
  private static final int SMALL_BYTES = 64 * 1024;

  // Batch and record overhead, and what variable-length numbers may take.
  private static final int OVERHEAD_BYTES = 512;

  private DeadLetter() {}

  /// The letter with key, value and headers as they were, or, when that is more than `maxBytes`,
  /// with size and hash in the place of the value.
  static ProducerRecord<byte @Nullable [], byte @Nullable []> of(
      String topic, ConsumerRecord<byte[], byte[]> failed, Rejected rejected, int maxBytes) {
    Headers headers = new RecordHeaders(failed.headers());
    addReason(headers, failed, rejected);
    long bytes =
        size(failed.key()) + size(failed.value()) + size(headers) + (long) OVERHEAD_BYTES;
    return bytes > maxBytes
        ? reference(topic, failed, rejected)
        : new ProducerRecord<>(topic, null, null, failed.key(), failed.value(), headers);
  }

  /// The letter without the value, which fits into any topic.
  static ProducerRecord<byte @Nullable [], byte @Nullable []> reference(
      String topic, ConsumerRecord<byte[], byte[]> failed, Rejected rejected) {
    Headers headers =
        size(failed.headers()) > SMALL_BYTES
            ? new RecordHeaders()
            : new RecordHeaders(failed.headers());
    addReason(headers, failed, rejected);
    byte[] value = failed.value();
    if (value != null) {
      add(headers, HeaderNames.DLQ_VALUE_BYTES, Integer.toString(value.length));
      add(headers, HeaderNames.DLQ_VALUE_SHA256, Digests.sha256(value));
    }
    byte[] key = size(failed.key()) > SMALL_BYTES ? null : failed.key();
    return new ProducerRecord<>(topic, null, null, key, null, headers);
  }

  private static void addReason(
      Headers headers, ConsumerRecord<byte[], byte[]> failed, Rejected rejected) {
    add(headers, HeaderNames.DLQ_STAGE, STAGE);
    add(headers, HeaderNames.DLQ_REASON, rejected.reason().code());
    add(headers, HeaderNames.DLQ_MESSAGE, Display.safe(rejected.detail()));
    add(headers, HeaderNames.DLQ_EXCEPTION, Display.safe(rejected.type()));
    add(headers, HeaderNames.DLQ_TOPIC, failed.topic());
    add(headers, HeaderNames.DLQ_PARTITION, Integer.toString(failed.partition()));
    add(headers, HeaderNames.DLQ_OFFSET, Long.toString(failed.offset()));
    add(headers, HeaderNames.DLQ_TIMESTAMP, Long.toString(failed.timestamp()));
  }

  // A letter that was sent round again carries the last failure only.
  private static void add(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static long size(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static long size(Headers headers) {
    long bytes = 0;
    for (Header header : headers) {
      bytes += header.key().length() * 3L + size(header.value()) + 10;
    }
    return bytes;
  }
}
