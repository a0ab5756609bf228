package dev.broadsheet.rig;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Every document of an index, as it is at one moment.
///
/// @param articles by id; withdrawn ones, too, when the alias does not hide them
/// @param writes by id: which write it was that left the document as it is. Two snapshots with the
///     same writes were taken without a single write between them
public record IndexSnapshot(Map<String, Article> articles, Map<String, Write> writes) {
  private static final int PAGE = 1_000;
  private static final Time KEEP = Time.of(t -> t.time("1m"));

  public IndexSnapshot {
    articles = Map.copyOf(articles);
    writes = Map.copyOf(writes);
  }

  /// One write to a document.
  ///
  /// @param version the document's version in Elasticsearch
  /// @param sequence number of the write in its shard
  public record Write(long version, long sequence) {}

  /// Reads all documents behind an alias, after a refresh.
  public static IndexSnapshot read(URI address, String alias) throws IOException {
    var mapper = new Jackson3JsonpMapper(Json.mapper());
    try (var transport = new Rest5ClientTransport(Rest5Client.builder(address).build(), mapper)) {
      var client = new ElasticsearchClient(transport);
      client.indices().refresh(r -> r.index(alias));
      String moment = client.openPointInTime(p -> p.index(alias).keepAlive(KEEP)).id();
      try {
        return readAll(client, moment);
      } finally {
        client.closePointInTime(p -> p.id(moment));
      }
    }
  }

  private static IndexSnapshot readAll(ElasticsearchClient client, String moment)
      throws IOException {
    var articles = new TreeMap<String, Article>();
    var writes = new TreeMap<String, Write>();
    List<FieldValue> after = List.of();
    while (true) {
      var page = page(client, moment, after);
      for (var hit : page.hits().hits()) {
        Article article = hit.source();
        if (article == null || articles.put(String.valueOf(hit.id()), article) != null) {
          throw new IllegalStateException(
              "document %s twice or without source".formatted(hit.id()));
        }
        writes.put(String.valueOf(hit.id()), new Write(number(hit.version()), number(hit.seqNo())));
        after = hit.sort();
      }
      if (page.hits().hits().size() < PAGE) {
        return new IndexSnapshot(articles, writes);
      }
    }
  }

  private static SearchResponse<Article> page(
      ElasticsearchClient client, String moment, List<FieldValue> after) throws IOException {
    return client.search(
        s -> {
          s.pit(p -> p.id(moment).keepAlive(KEEP))
              .size(PAGE)
              .version(true)
              .seqNoPrimaryTerm(true)
              .sort(o -> o.field(f -> f.field("_shard_doc").order(SortOrder.Asc)));
          return after.isEmpty() ? s : s.searchAfter(after);
        },
        Article.class);
  }

  private static long number(@Nullable Long value) {
    return value == null ? -1 : value;
  }
}
