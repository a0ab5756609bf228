package dev.broadsheet.bench.load;

import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.json.JsonData;
import dev.broadsheet.bench.load.LoadMain.Target;
import dev.broadsheet.contract.Json;
import dev.broadsheet.sink.install.ElasticConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The usual way to write a sink: the client's bulk helper as it comes, fed with parsed JSON.
final class Peer {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private Peer() {}

  static void run(Target target, Supplier<Reader> reader) {
    long read = 0;
    try (ElasticConnection elastic = ElasticConnection.to(target.elasticsearch(), TIMEOUT);
        Reader articles = reader.get();
        BulkIngester<Void> ingester = BulkIngester.of(b -> b.client(elastic.client()))) {
      while (read < target.documents()) {
        for (ConsumerRecord<byte[], byte[]> record : articles.next()) {
          add(ingester, target.alias(), record);
          read++;
        }
        articles.commit();
      }
      ingester.flush();
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
