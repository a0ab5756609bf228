package dev.broadsheet.cli.scan;

import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.ingest.table.Hash128;
import dev.broadsheet.ingest.table.LongTable;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/// Which record of the issues topic is the newest revision of its key. Compaction comes late, so
/// older ones are there as well. 32 bytes a slot. One thread at a time.
public final class NewestIssues {
  private final LongTable table = new LongTable(2);
  private final long[] cells = new long[2];

  /// The revision in the headers of a record of issues or articles; 0 when there is none.
  public static long revision(Headers headers) {
    var header = headers.lastHeader(HeaderNames.REVISION);
    if (header == null || header.value() == null || header.value().length > 13) {
      return 0;
    }
    try {
      return Math.max(0, Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII)));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /// Takes a record in. Of two of the same revision the first counts, as it does for enrich.
  public void take(ConsumerRecord<byte[], byte[]> record) {
    long revision = revision(record.headers());
    if (record.key() == null || revision == 0) {
      return;
    }
    var hash = Hash128.of(record.key());
    if (!table.read(hash, cells) || cells[0] < revision) {
      table.write(hash, revision, record.offset());
    }
  }

  /// Whether this very record is the newest of its key. A key has one partition as long as no
  /// partitions are added, and one place at any rate.
  public boolean isNewest(ConsumerRecord<byte[], byte[]> record) {
    return record.key() != null
        && table.read(Hash128.of(record.key()), cells)
        && cells[0] == revision(record.headers())
        && cells[1] == record.offset();
  }

  /// The newest revision of a key; 0 when there is none.
  public long revision(byte[] key) {
    return table.read(Hash128.of(key), cells) ? cells[0] : 0;
  }

  /// Keys.
  public long size() {
    return table.size();
  }
}
