package dev.broadsheet.sink.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.sink.offset.OffsetLedger;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/// Records as the articles topic holds them.
public final class Records {
  public static final String TOPIC = "broadsheet.articles";

  private Records() {}

  public static byte[] document(String id, long revision, String source) {
    return """
    {"id":"%s","revision":%d,"source":{"sha256":"%s"}}\
    """
        .formatted(id, revision, source)
        .getBytes(UTF_8);
  }

  public static ConsumerRecord<byte[], byte[]> record(
      int partition, long offset, String id, long revision, byte[] value) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(HeaderNames.ISSUE, id.substring(0, id.lastIndexOf('#')).getBytes(UTF_8));
    headers.add(HeaderNames.REVISION, Long.toString(revision).getBytes(UTF_8));
    headers.add(HeaderNames.SHA256, Digests.sha256(value).getBytes(UTF_8));
    return raw(partition, offset, id.getBytes(UTF_8), value, headers);
  }

  public static ConsumerRecord<byte[], byte[]> record(long offset, String id, long revision) {
    return record(0, offset, id, revision, document(id, revision, "s" + revision));
  }

  public static ConsumerRecord<byte[], byte[]> raw(
      int partition, long offset, byte[] key, byte[] value, RecordHeaders headers) {
    return new ConsumerRecord<>(
        TOPIC,
        partition,
        offset,
        1_000L + offset,
        TimestampType.CREATE_TIME,
        key == null ? -1 : key.length,
        value == null ? -1 : value.length,
        key,
        value,
        headers,
        Optional.empty());
  }

  static ArticleRecord article(OffsetLedger ledger, long offset, String id, long revision) {
    ledger.read(offset);
    return new ArticleRecord(new TrackedRecord(record(offset, id, revision), ledger), id, revision);
  }
}
