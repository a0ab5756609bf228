package dev.broadsheet.bench.run;

import dev.broadsheet.bench.load.Documents;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Documents in a topic that nobody sees before all of them are there: they lie in a transaction,
/// whose end lets them out at once. So a reader that runs already meets a backlog. One thread.
final class Backlog implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;

  Backlog(String bootstrap, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            producing(bootstrap, topic), new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  /// As `enrich` writes them.
  private static Map<String, Object> producing(String bootstrap, String topic) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
        topic,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4",
        ProducerConfig.LINGER_MS_CONFIG,
        100,
        ProducerConfig.BATCH_SIZE_CONFIG,
        256 * 1024);
  }

  /// Writes the documents of a file, each in its revision 1.
  void write(Path documents) throws IOException {
    byte[] received = bytes(Instant.now().toString());
    producer.beginTransaction();
    Documents.read(
        documents,
        (id, json) -> {
          var _ =
              producer.send(
                  new ProducerRecord<>(topic, null, id, json, headers(id, json, received)));
        });
    producer.flush();
  }

  /// Lets them out.
  void release() {
    producer.commitTransaction();
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

  @Override
  public void close() {
    producer.close();
  }
}
