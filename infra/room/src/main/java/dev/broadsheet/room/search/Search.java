package dev.broadsheet.room.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterOrder;
import co.elastic.clients.util.NamedValue;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One search: first the time that the articles span, which decides the bars of the histogram, then
/// results, facets and bars together.
final class Search {
  /// Fields whose pieces are shown below the headline.
  static final List<String> EXCERPTS = List.of("body", "captions", "byline.text");

  private static final int PIECE = 110;
  private static final int PIECES = 2;
  private static final String TIMEOUT = "5s";

  /// Elasticsearch refuses to look for marks in longer texts, and would fail the whole search.
  private static final int MAX_ANALYZED = 900_000;

  private final ElasticsearchClient client;
  private final String alias;
  private final ArticleQuery asked;
  private final Query query;
  private final Marks marks = Marks.draw();

  Search(ElasticsearchClient client, String alias, ArticleQuery asked) {
    this.client = client;
    this.alias = alias;
    this.asked = asked;
    this.query = Queries.of(asked);
  }

  Found run() throws IOException {
    TimeUnit unit = unit();
    SearchResponse<Face> response = client.search(request(unit), Face.class);
    long total = ArticleIndex.total(response);
    long pages = Math.ceilDiv(total, ArticleQuery.PAGE_SIZE);
    var aggregations = response.aggregations();
    return new Found(
        total,
        response.took(),
        asked.page(),
        (int) Math.min(pages, ArticleQuery.MAX_PAGE),
        response.hits().hits().stream()
            .map(hit -> ArticleIndex.source(hit).result(hit.highlight(), marks))
            .toList(),
        facets(aggregations),
        unit == null ? null : histogram(unit, aggregations),
        ArticleIndex.aggregate(aggregations, "undated").missing().docCount());
  }

  private @Nullable TimeUnit unit() throws IOException {
    var response =
        client.search(
            s ->
                s.index(alias)
                    .query(query)
                    .timeout(TIMEOUT)
                    .size(0)
                    .aggregations("first", a -> a.min(m -> m.field(Queries.DAY)))
                    .aggregations("last", a -> a.max(m -> m.field(Queries.DAY))),
            Void.class);
    var found = response.aggregations();
    String first = Moments.day(ArticleIndex.aggregate(found, "first").min().value());
    String last = Moments.day(ArticleIndex.aggregate(found, "last").max().value());
    return first == null || last == null
        ? null
        : TimeUnit.between(LocalDate.parse(first), LocalDate.parse(last));
  }

  private SearchRequest request(@Nullable TimeUnit unit) {
    return SearchRequest.of(
        s -> {
          s.index(alias)
              .query(query)
              .timeout(TIMEOUT)
              .from((asked.page() - 1) * ArticleQuery.PAGE_SIZE)
              .size(ArticleQuery.PAGE_SIZE)
              .sort(Queries.sort(asked.order()))
              .trackTotalHits(t -> t.enabled(true))
              .source(o -> o.filter(f -> f.includes(Face.FIELDS)))
              .highlight(highlight())
              .aggregations("undated", a -> a.missing(m -> m.field(Queries.DAY)));
          for (Facet facet : Facet.values()) {
            s.aggregations(
                facet.label(), a -> a.terms(t -> t.field(facet.field()).size(facet.shown())));
          }
          if (unit != null) {
            s.aggregations(
                "time",
                a ->
                    a.dateHistogram(
                        h ->
                            h.field(Queries.DAY).calendarInterval(unit.interval()).minDocCount(1)));
          }
          return s;
        });
  }

  private Highlight highlight() {
    return Highlight.of(
        h ->
            h.preTags(marks.start())
                .postTags(marks.end())
                .maxAnalyzedOffset(MAX_ANALYZED)
                .fields(NamedValue.of("headline", whole()))
                .fields(NamedValue.of("kicker", whole()))
                .fields(NamedValue.of("subheads", whole()))
                .fields(NamedValue.of("body", pieces(PIECE)))
                .fields(NamedValue.of("captions", pieces(0)))
                .fields(NamedValue.of("byline.text", pieces(0))));
  }

  private static HighlightField whole() {
    return HighlightField.of(f -> f.numberOfFragments(0));
  }

  /// @param otherwise characters from the beginning where nothing is marked
  private static HighlightField pieces(int otherwise) {
    return HighlightField.of(
        f ->
            f.fragmentSize(PIECE)
                .numberOfFragments(PIECES)
                .order(HighlighterOrder.Score)
                .noMatchSize(otherwise));
  }

  private static Map<String, List<Found.Count>> facets(Map<String, Aggregate> aggregations) {
    var facets = new LinkedHashMap<String, List<Found.Count>>();
    for (Facet facet : Facet.values()) {
      facets.put(
          facet.label(),
          ArticleIndex.aggregate(aggregations, facet.label()).sterms().buckets().array().stream()
              .map(b -> new Found.Count(b.key().stringValue(), b.docCount()))
              .toList());
    }
    return facets;
  }

  private static Found.Histogram histogram(TimeUnit unit, Map<String, Aggregate> aggregations) {
    return new Found.Histogram(
        unit.label(),
        ArticleIndex.aggregate(aggregations, "time").dateHistogram().buckets().array().stream()
            .map(
                b -> {
                  LocalDate first = Moments.localDate(b.key());
                  return new Found.Bar(first, unit.last(first), b.docCount());
                })
            .toList());
  }
}
