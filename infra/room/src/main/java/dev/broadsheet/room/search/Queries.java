package dev.broadsheet.room.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.DateRangeQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;

/// Queries in Elasticsearch's terms. Words of a reader are only ever the text of a phrase, never a
/// query language.
final class Queries {
  static final String DAY = "published_on";

  private static final List<String> FIELDS =
      List.of(
          "headline^4",
          "kicker^2",
          "subheads^2",
          "column",
          "body",
          "captions",
          "byline.text",
          "issue.section.text");

  private Queries() {}

  static Query of(ArticleQuery query) {
    return Query.of(
        q ->
            q.bool(
                b -> {
                  query.words().forEach(word -> b.must(phrase(word)));
                  query
                      .chosen()
                      .forEach(
                          (facet, values) -> values.forEach(v -> b.filter(term(facet.field(), v))));
                  return b.filter(days(query.days()));
                }));
  }

  static Query term(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(FieldValue.of(value))));
  }

  static List<SortOptions> sort(ArticleQuery.Order order) {
    var by = new ArrayList<SortOptions>();
    if (order == ArticleQuery.Order.BEST) {
      by.add(SortOptions.of(s -> s.score(score -> score.order(SortOrder.Desc))));
    }
    by.add(field(DAY, order == ArticleQuery.Order.OLDEST ? SortOrder.Asc : SortOrder.Desc));
    by.add(field("issue.key", SortOrder.Asc));
    by.add(field("position", SortOrder.Asc));
    return by;
  }

  static SortOptions field(String name, SortOrder order) {
    return SortOptions.of(s -> s.field(f -> f.field(name).order(order)));
  }

  private static List<Query> days(ArticleQuery.Days days) {
    if (days.undated()) {
      return List.of(Query.of(q -> q.bool(b -> b.mustNot(not -> not.exists(e -> e.field(DAY))))));
    }
    if (days.from() == null && days.to() == null) {
      return List.of();
    }
    return List.of(Query.of(q -> q.range(r -> r.date(d -> between(d, days)))));
  }

  private static DateRangeQuery.Builder between(
      DateRangeQuery.Builder range, ArticleQuery.Days days) {
    range.field(DAY);
    if (days.from() != null) {
      range.gte(days.from().toString());
    }
    if (days.to() != null) {
      range.lte(days.to().toString());
    }
    return range;
  }

  private static Query phrase(String word) {
    return Query.of(
        q -> q.multiMatch(m -> m.query(word).fields(FIELDS).type(TextQueryType.Phrase)));
  }
}
