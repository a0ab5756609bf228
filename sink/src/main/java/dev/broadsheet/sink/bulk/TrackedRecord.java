package dev.broadsheet.sink.bulk;

import dev.broadsheet.sink.offset.OffsetLedger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A record as read, with the ledger that waits for its outcome.
public record TrackedRecord(ConsumerRecord<byte[], byte[]> source, OffsetLedger ledger) {
  /// Notes its outcome.
  ///
  /// @return false when the partition was given up meanwhile
  public boolean settle() {
    return ledger.settle(source.offset());
  }
}
