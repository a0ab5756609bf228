package dev.broadsheet.bench.run;

import dev.broadsheet.bench.load.Backlog;
import dev.broadsheet.bench.load.Documents;
import dev.broadsheet.bench.load.Reader;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

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

  /// Puts all of them into a backlog as `enrich` writes them, each in its revision 1.
  void addTo(Backlog backlog, String topic) throws IOException {
    byte[] received = bytes(Instant.now().toString());
    Documents.read(
        file,
        (id, json) ->
            backlog.add(new ProducerRecord<>(topic, null, id, json, headers(id, json, received))));
    backlog.flush();
  }

  private static List<Header> headers(byte[] id, byte[] json, byte[] received) {
    String issue = ArticleId.parse(new String(id, StandardCharsets.UTF_8)).issueKey();
    return List.of(
        new RecordHeader(HeaderNames.ISSUE, bytes(issue)),
        new RecordHeader(HeaderNames.REVISION, bytes("1")),
        new RecordHeader(HeaderNames.RECEIVED_AT, received),
        new RecordHeader(HeaderNames.SHA256, bytes(Digests.sha256(json))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
