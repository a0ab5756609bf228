package dev.broadsheet.room.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.broadsheet.contract.Article;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The index, as readers see it. All questions go through the search alias, which hides withdrawn
/// articles; a question by document id would not. Safe for many threads.
public final class ArticleIndex {
  private static final int MAX_ARTICLES = 300;
  private static final int LEAD = 420;
  private static final int MAX_SIBLINGS = 200;
  private static final int MAX_PAPERS = 100;
  private static final List<String> NEIGHBOUR = List.of("id", "position", "headline", "genre");

  private final ElasticsearchClient client;
  private final String alias;

  public ArticleIndex(ElasticsearchClient client, String alias) {
    this.client = client;
    this.alias = alias;
  }

  /// Finds articles.
  public Found find(ArticleQuery query) throws IOException {
    return new Search(client, alias, query).run();
  }

  /// An article whole, or nothing when there is none or it is withdrawn.
  public Optional<Pages.ArticleView> article(String id) throws IOException {
    var found =
        client.search(s -> s.index(alias).query(Queries.term("id", id)).size(1), Article.class);
    Optional<Article> article = found.hits().hits().stream().map(ArticleIndex::source).findFirst();
    if (article.isEmpty()) {
      return Optional.empty();
    }
    String key = article.get().issue().key();
    var neighbours =
        client.search(
            s ->
                s.index(alias)
                    .query(Queries.term("issue.key", key))
                    .sort(Queries.field("position", SortOrder.Asc))
                    .source(o -> o.filter(f -> f.includes(NEIGHBOUR)))
                    .size(MAX_ARTICLES),
            Pages.Neighbour.class);
    return Optional.of(
        new Pages.ArticleView(
            article.get(), neighbours.hits().hits().stream().map(ArticleIndex::source).toList()));
  }

  /// A page of a paper, or nothing when it has no article.
  public Optional<Pages.IssueView> issue(String key) throws IOException {
    var found =
        client.search(
            s ->
                s.index(alias)
                    .query(Queries.term("issue.key", key))
                    .sort(Queries.field("position", SortOrder.Asc))
                    .trackTotalHits(t -> t.enabled(true))
                    .size(MAX_ARTICLES),
            Article.class);
    List<Article> articles = found.hits().hits().stream().map(ArticleIndex::source).toList();
    if (articles.isEmpty()) {
      return Optional.empty();
    }
    Article.Issue issue = articles.getFirst().issue();
    return Optional.of(
        new Pages.IssueView(
            issue,
            articles.stream().map(ArticleIndex::entry).toList(),
            total(found),
            siblings(issue)));
  }

  /// What the index holds.
  public Pages.Holdings holdings() throws IOException {
    var found =
        client.search(
            s ->
                s.index(alias)
                    .size(0)
                    .trackTotalHits(t -> t.enabled(true))
                    .aggregations("undated", a -> a.missing(m -> m.field(Queries.DAY)))
                    .aggregations(
                        "papers",
                        a ->
                            a.terms(t -> t.field("issue.paper").size(MAX_PAPERS))
                                .aggregations("newest", n -> n.max(m -> m.field(Queries.DAY)))
                                .aggregations(
                                    "received", n -> n.max(m -> m.field("source.received_at")))),
            Void.class);
    var papers =
        aggregate(found.aggregations(), "papers").sterms().buckets().array().stream()
            .map(
                b ->
                    new Pages.Paper(
                        b.key().stringValue(),
                        Moments.day(aggregate(b.aggregations(), "newest").max().value()),
                        Moments.instant(aggregate(b.aggregations(), "received").max().value()),
                        b.docCount()))
            .toList();
    long undated = aggregate(found.aggregations(), "undated").missing().docCount();
    return new Pages.Holdings(total(found), undated, papers);
  }

  static Aggregate aggregate(Map<String, Aggregate> all, String name) {
    return Objects.requireNonNull(all.get(name), () -> "aggregation %s is missing".formatted(name));
  }

  static long total(SearchResponse<?> response) {
    var total = response.hits().total();
    return total == null ? 0 : total.value();
  }

  static <T> T source(Hit<T> hit) {
    return Objects.requireNonNull(hit.source(), () -> "hit %s has no source".formatted(hit.id()));
  }

  private List<Pages.PageEntry> siblings(Article.Issue issue) throws IOException {
    String paper = issue.paper();
    LocalDate day = issue.date();
    if (paper == null || day == null) {
      return List.of(new Pages.PageEntry(issue.key(), issue.page(), issue.section(), 0));
    }
    Query sameDay =
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.filter(Queries.term("issue.paper", paper))
                            .filter(Queries.term(Queries.DAY, day.toString()))));
    var found =
        client.search(
            s ->
                s.index(alias)
                    .query(sameDay)
                    .size(0)
                    .aggregations(
                        "pages",
                        a ->
                            a.terms(t -> t.field("issue.key").size(MAX_SIBLINGS))
                                .aggregations("page", n -> n.min(m -> m.field("issue.page")))
                                .aggregations(
                                    "section",
                                    n -> n.terms(t -> t.field("issue.section").size(1)))),
            Void.class);
    return Siblings.of(aggregate(found.aggregations(), "pages").sterms());
  }

  private static Pages.Entry entry(Article article) {
    var text = article.text();
    String body = text.body();
    int end = body.codePointCount(0, body.length()) <= LEAD ? body.length() : cut(body);
    return new Pages.Entry(
        article.id(),
        article.position(),
        text.kicker(),
        text.headline(),
        text.subheads(),
        text.column(),
        text.genre(),
        text.byline().text(),
        body.substring(0, end),
        end == body.length(),
        text.captions());
  }

  /// Where the lead of a long body ends: behind its last sentence, if it has one.
  private static int cut(String body) {
    int limit = body.offsetByCodePoints(0, LEAD);
    int sentence = Math.max(body.lastIndexOf('。', limit), body.lastIndexOf('\n', limit));
    return sentence > limit / 3 ? sentence + 1 : limit;
  }
}
