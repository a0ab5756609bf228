package dev.broadsheet.cli.calendar;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.broadsheet.ingest.calendar.Days;
import dev.broadsheet.ingest.calendar.PageTemplate;
import dev.broadsheet.ingest.calendar.PaperPlan;
import dev.broadsheet.ingest.calendar.Seen;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks the index which issues of a paper are there.
public final class IssuesOfPaper {
  private static final String DAYS = "days";
  private static final String NUMBERS = "numbers";
  private static final String PAGES = "pages";
  private static final String FIRST = "first";
  private static final String KEYS = "keys";
  private static final int MOST_PAGES = 1_000;
  private static final int MOST_KEYS = 10_000;

  private final ElasticsearchClient client;
  private final String alias;

  /// @param alias that searches go to
  public IssuesOfPaper(ElasticsearchClient client, String alias) {
    this.client = client;
    this.alias = alias;
  }

  /// The issues of a stretch of days, in order.
  public List<Seen> read(PaperPlan plan, Days stretch) throws IOException {
    var seen = new ArrayList<Seen>();
    var live = new HashSet<LocalDate>();
    for (LongTermsBucket bucket : days(plan.paper(), stretch)) {
      Seen one = seen(bucket);
      live.add(one.date());
      seen.add(one);
    }
    if (plan.keys().isPresent()) {
      withdrawn(plan.keys().get()).stream()
          .filter(d -> stretch.contains(d) && !live.contains(d))
          .forEach(d -> seen.add(new Seen(d, null, 0, null, true)));
    }
    return seen;
  }

  /// Names of the papers that the index knows, those with most articles first.
  public List<String> papers() throws IOException {
    var response =
        client.search(
            s ->
                s.index(alias)
                    .size(0)
                    .aggregations(
                        PAGES, a -> a.terms(t -> t.field("issue.paper").size(MOST_PAGES))),
            Void.class);
    return response.aggregations().get(PAGES).sterms().buckets().array().stream()
        .map(b -> b.key().stringValue())
        .toList();
  }

  private List<LongTermsBucket> days(String paper, Days stretch) throws IOException {
    int most = (int) (stretch.to().toEpochDay() - stretch.from().toEpochDay() + 1);
    var response =
        client.search(
            s ->
                s.index(alias)
                    .size(0)
                    .query(
                        q ->
                            q.bool(
                                b ->
                                    b.filter(term("issue.paper", paper))
                                        .filter(
                                            f ->
                                                f.range(
                                                    r ->
                                                        r.date(
                                                            d ->
                                                                d.field("published_on")
                                                                    .gte(stretch.from().toString())
                                                                    .lte(
                                                                        stretch
                                                                            .to()
                                                                            .toString()))))))
                    .aggregations(
                        DAYS,
                        a ->
                            a.terms(t -> t.field("published_on").size(most))
                                .aggregations(details())),
            Void.class);
    return response.aggregations().get(DAYS).lterms().buckets().array();
  }

  private static Map<String, Aggregation> details() {
    return Map.of(
        NUMBERS, Aggregation.of(a -> a.terms(t -> t.field("issue.number").size(1))),
        PAGES, Aggregation.of(a -> a.cardinality(c -> c.field("issue.key"))),
        FIRST, Aggregation.of(a -> a.min(m -> m.field("source.received_at"))));
  }

  private static Seen seen(LongTermsBucket bucket) {
    var details = bucket.aggregations();
    Double first = details.get(FIRST).min().value();
    return new Seen(
        LocalDate.ofInstant(Instant.ofEpochMilli(bucket.key()), ZoneOffset.UTC),
        number(details.get(NUMBERS).lterms()),
        (int) details.get(PAGES).cardinality().value(),
        first == null || !Double.isFinite(first) ? null : Instant.ofEpochMilli(first.longValue()),
        false);
  }

  private static @Nullable Integer number(LongTermsAggregate numbers) {
    var buckets = numbers.buckets().array();
    return buckets.isEmpty() ? null : (int) buckets.getFirst().key();
  }

  /// Hidden documents have no date, but the key of their issue. A new revision with fewer articles
  /// leaves some behind, too: an issue counts only if nothing of its day is live.
  private Set<LocalDate> withdrawn(PageTemplate keys) throws IOException {
    var response =
        client.search(
            s ->
                s.index(alias + "-write")
                    .size(0)
                    .query(
                        q ->
                            q.bool(
                                b ->
                                    b.filter(f -> f.term(t -> t.field("withdrawn").value(true)))
                                        .filter(
                                            f ->
                                                f.prefix(
                                                    p ->
                                                        p.field("issue.key")
                                                            .value(keys.prefix())))))
                    .aggregations(KEYS, a -> a.terms(t -> t.field("issue.key").size(MOST_KEYS))),
            Void.class);
    var days = new HashSet<LocalDate>();
    response
        .aggregations()
        .get(KEYS)
        .sterms()
        .buckets()
        .array()
        .forEach(b -> keys.match(b.key().stringValue()).ifPresent(page -> days.add(page.date())));
    return days;
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }
}
