package dev.broadsheet.bench.load;

import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.json.JsonData;
import dev.broadsheet.bench.load.LoadMain.Target;
import dev.broadsheet.contract.Json;
import dev.broadsheet.sink.install.ElasticConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The usual way to write a sink: the client's bulk helper as it comes, fed with parsed JSON.
final class Peer {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private Peer() {}

  /// Loads all that comes, for ever.
  static void run(Target target, Reader articles) {
    long read = 0;
    try (ElasticConnection elastic = ElasticConnection.to(target.elasticsearch(), TIMEOUT);
        BulkIngester<Void> ingester = BulkIngester.of(b -> b.client(elastic.client()))) {
      while (true) {
        var records = articles.next();
        for (ConsumerRecord<byte[], byte[]> record : records) {
          add(ingester, target.alias(), record);
          if (++read % target.documents() == 0) {
            ingester.flush();
          }
        }
        if (!records.isEmpty()) {
          articles.commit();
        }
      }
    }
  }

  private static void add(
      BulkIngester<Void> ingester, String alias, ConsumerRecord<byte[], byte[]> record) {
    JsonData document = JsonData.of(Json.tree(record.value()));
    String id = new String(record.key(), StandardCharsets.UTF_8);
    ingester.add(
        o ->
            o.index(
                i ->
                    i.index(alias)
                        .id(id)
                        .version(1L)
                        .versionType(VersionType.External)
                        .document(document)));
  }
}
