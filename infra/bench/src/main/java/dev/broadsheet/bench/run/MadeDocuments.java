package dev.broadsheet.bench.run;

import dev.broadsheet.bench.load.Documents;
import dev.broadsheet.bench.load.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The documents that all ways load: what `enrich` made of the pages, in a file.
///
/// @param file in the form of [Documents]
/// @param documents how many there are
/// @param bytes of their JSON
record MadeDocuments(Path file, long documents, long bytes) {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /// Copies so many from a topic.
  static MadeDocuments copy(String bootstrap, String topic, long documents, Path file)
      throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    long copied = 0;
    long bytes = 0;
    try (var reader = new Reader(bootstrap, topic, "bench-copy");
        var out = new Documents.Writer(file)) {
      while (copied < documents) {
        for (ConsumerRecord<byte[], byte[]> record : reader.next()) {
          if (copied < documents) {
            out.add(record.key(), record.value());
            copied++;
            bytes += record.value().length;
          }
        }
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "%d of %d records in %s".formatted(copied, documents, topic));
        }
      }
    }
    return new MadeDocuments(file, copied, bytes);
  }
}
