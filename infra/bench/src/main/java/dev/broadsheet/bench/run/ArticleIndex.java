package dev.broadsheet.bench.run;

import dev.broadsheet.contract.Json;
import dev.broadsheet.sink.install.ElasticConnection;
import dev.broadsheet.sink.install.IndexInstaller;
import dev.broadsheet.sink.install.IndexNames;
import dev.broadsheet.sink.refresh.RefreshKeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An index with the settings and mapping that the sink installs, seen from outside.
public final class ArticleIndex {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /// So many looks in a row at which nothing merges.
  private static final int QUIET_LOOKS = 2;

  private final URI node;
  private final IndexNames names;
  private final NodeClient client;

  public ArticleIndex(URI node, String alias) {
    this.node = node;
    this.client = new NodeClient(node);
    this.names = new IndexNames(alias);
  }

  public String alias() {
    return names.searchAlias();
  }

  String writeAlias() {
    return names.writeAlias();
  }

  /// Makes it anew and empty.
  public void create() {
    delete();
    try (var connection = ElasticConnection.to(node, TIMEOUT)) {
      new IndexInstaller(connection.client(), names).install();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes it anew and empty, refreshed as our sink lets an index be while a backfill is under way:
  /// for those who do not see to that themselves.
  void createForBackfill() {
    create();
    refreshEvery(RefreshKeeper.SELDOM);
  }

  /// Makes it anew and empty, with the same aliases but without any analysis: whatever loads it
  /// gets warm while the node has little to do.
  void createBare() {
    delete();
    client.ask(
        "PUT",
        "/" + bare(),
        """
        {"settings":{"number_of_shards":1,"number_of_replicas":0},"mappings":{"enabled":false},
         "aliases":{"%s":{},"%s":{"is_write_index":true}}}\
        """
            .formatted(names.searchAlias(), names.writeAlias()));
  }

  public void delete() {
    for (String index : List.of(names.index(1), bare())) {
      client.ask("DELETE", "/" + index + "?ignore_unavailable=true", "");
    }
  }

  /// Not a name that the template of the real one is for.
  private String bare() {
    return names.searchAlias() + "-bare";
  }

  /// Documents that were indexed since it was made.
  public long indexed() {
    return stats("indexing").path("indexing").path("index_total").asLong(0);
  }

  /// Bytes on disk.
  public long bytes() {
    return stats("store").path("store").path("size_in_bytes").asLong(0);
  }

  /// Documents that merges wrote again since it was made.
  public long merged() {
    return stats("merge").path("merges").path("total_docs").asLong(0);
  }

  /// From now on it is refreshed every second, as an index is that somebody reads.
  public void refreshEverySecond() {
    refreshEvery("1s");
  }

  /// Waits until the sink has seen that no backfill is under way any more.
  void awaitDaily() throws InterruptedException {
    String setting = "/" + names.index(1) + "/_settings/index.refresh_interval";
    while (!client.ask("GET", setting, "").findPath("refresh_interval").isMissingNode()) {
      Thread.sleep(LOOK_EVERY);
    }
  }

  private void refreshEvery(String interval) {
    client.ask(
        "PUT",
        "/" + names.index(1) + "/_settings",
        "{\"index\":{\"refresh_interval\":\"%s\"}}".formatted(interval));
  }

  /// Waits until so many documents were indexed.
  public void awaitIndexed(long documents, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (indexed() < documents) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%d of %d documents in %s after %d s: see the logs"
                .formatted(indexed(), documents, names.searchAlias(), limit.toSeconds()));
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  /// Makes all searchable and waits until no merge runs.
  public void settle() throws InterruptedException {
    client.ask("POST", "/" + names.writeAlias() + "/_refresh", "");
    for (int quiet = 0; quiet < QUIET_LOOKS; ) {
      boolean merging = stats("merge").path("merges").path("current").asLong(0) > 0;
      quiet = merging ? 0 : quiet + 1;
      Thread.sleep(LOOK_EVERY);
    }
  }

  /// How many articles of each issue a search finds.
  Map<String, Long> found(Collection<String> issues) {
    String query =
        """
        {"size":0,"query":{"terms":{"issue.key":%s}},
         "aggs":{"k":{"terms":{"field":"issue.key","size":10000}}}}\
        """
            .formatted(Json.text(issues));
    var found = new HashMap<String, Long>();
    for (JsonNode bucket :
        client
            .ask("POST", "/" + alias() + "/_search", query)
            .path("aggregations")
            .path("k")
            .path("buckets")) {
      found.put(bucket.path("key").stringValue(""), bucket.path("doc_count").asLong(0));
    }
    return found;
  }

  private JsonNode stats(String kind) {
    return client
        .ask("GET", "/" + names.writeAlias() + "/_stats/" + kind, "")
        .path("_all")
        .path("primaries");
  }
}
