package dev.broadsheet.cli.reindex;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import dev.broadsheet.contract.Unreachable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Writes documents into one index by name, each with its revision as external version: what is
/// there with the same or a higher one stays. So the order of writers does not matter, and twice
/// does no harm. One thread at a time.
final class VersionedWriter {
  private static final int MOST_DOCUMENTS = 500;
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int ATTEMPTS = 60;
  private static final long PAUSE_SECONDS = 1;

  private final ElasticsearchClient client;
  private final String index;
  private final Consumer<String> refused;
  private List<BulkOperation> batch = new ArrayList<>();
  private int bytes;

  /// @param refused takes the ids of documents that the mapping does not accept
  VersionedWriter(ElasticsearchClient client, String index, Consumer<String> refused) {
    this.client = client;
    this.index = index;
    this.refused = refused;
  }

  void add(String id, long revision, byte[] json) throws IOException {
    batch.add(
        BulkOperation.of(
            o ->
                o.index(
                    i ->
                        i.id(id)
                            .version(revision)
                            .versionType(VersionType.External)
                            .document(BinaryData.of(json, ContentType.APPLICATION_JSON)))));
    bytes += json.length;
    if (batch.size() >= MOST_DOCUMENTS || bytes >= MOST_BYTES) {
      flush();
    }
  }

  /// Sends what is left; all of it is in the index, or refused, when this returns.
  ///
  /// @throws Unreachable when the node stays too busy for a minute
  void flush() throws IOException {
    for (int attempt = 0; !batch.isEmpty(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new Unreachable("Elasticsearch has been too busy for %s".formatted(index));
      }
      if (attempt > 0) {
        pause();
      }
      batch = send(batch);
    }
    bytes = 0;
  }

  /// Sends once.
  ///
  /// @return what must be sent again
  private List<BulkOperation> send(List<BulkOperation> operations) throws IOException {
    var items = client.bulk(b -> b.index(index).operations(operations)).items();
    var again = new ArrayList<BulkOperation>();
    for (int i = 0; i < items.size(); i++) {
      int status = items.get(i).status();
      if (status == 429 || status >= 500) {
        again.add(operations.get(i));
      } else if (status >= 400 && status != 409) {
        refused.accept(String.valueOf(items.get(i).id()));
      }
    }
    return again;
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for Elasticsearch", e);
    }
  }
}
