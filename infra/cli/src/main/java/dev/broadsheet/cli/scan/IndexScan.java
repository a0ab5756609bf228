package dev.broadsheet.cli.scan;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads every document behind a name, as all of them are at one moment, page by page.
public final class IndexScan {
  private static final int PAGE = 2_000;
  private static final Time KEEP = Time.of(t -> t.time("2m"));
  private static final List<String> ALWAYS = List.of("withdrawn");

  private final ElasticsearchClient client;

  public IndexScan(ElasticsearchClient client) {
    this.client = client;
  }

  /// A document.
  ///
  /// @param index that it is in
  /// @param version the external version: its issue's revision
  /// @param fields those that were asked for
  public record Document(
      String index, String id, long version, boolean withdrawn, JsonNode fields) {}

  /// Takes the documents one by one.
  @FunctionalInterface
  public interface Visitor {
    void visit(Document document) throws IOException;
  }

  /// Reads all of them, withdrawn ones too when one of the names does not hide them.
  ///
  /// @param names indices and aliases
  /// @param fields what to read beside id and version
  public void read(List<String> names, List<String> fields, Visitor visitor) throws IOException {
    client.indices().refresh(r -> r.index(names));
    String moment = client.openPointInTime(p -> p.index(names).keepAlive(KEEP)).id();
    try {
      List<FieldValue> after = List.of();
      while (true) {
        var hits = page(moment, after, fields).hits().hits();
        for (var hit : hits) {
          JsonNode source =
              hit.source() == null ? JsonNodeFactory.instance.objectNode() : hit.source();
          Long version = hit.version();
          visitor.visit(
              new Document(
                  hit.index(),
                  String.valueOf(hit.id()),
                  version == null ? 0 : version,
                  source.path("withdrawn").booleanValue(false),
                  source));
          after = hit.sort();
        }
        if (hits.size() < PAGE) {
          return;
        }
      }
    } finally {
      client.closePointInTime(p -> p.id(moment));
    }
  }

  private SearchResponse<JsonNode> page(String moment, List<FieldValue> after, List<String> fields)
      throws IOException {
    return client.search(
        s -> {
          s.pit(p -> p.id(moment).keepAlive(KEEP))
              .size(PAGE)
              .version(true)
              .trackTotalHits(t -> t.enabled(false))
              .source(o -> o.filter(f -> f.includes(ALWAYS).includes(fields)))
              .sort(o -> o.field(f -> f.field("_shard_doc").order(SortOrder.Asc)));
          return after.isEmpty() ? s : s.searchAfter(after);
        },
        JsonNode.class);
  }
}
