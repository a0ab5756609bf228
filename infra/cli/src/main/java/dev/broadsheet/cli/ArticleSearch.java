package dev.broadsheet.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.DateRangeQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.NamedValue;
import dev.broadsheet.contract.Article;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// Finds articles by words. Words of the user are only ever the text of a phrase, never a query
/// language.
final class ArticleSearch {
  private static final List<String> FIELDS =
      List.of("headline^4", "kicker^2", "subheads^2", "column", "body", "captions", "section");

  private static final int MAX_WORDS = 20;
  private static final int MAX_CHARACTERS = 500;
  private static final Pattern SPACE = Pattern.compile("[\\s\\u3000]+");

  private final ElasticsearchClient client;
  private final String alias;

  ArticleSearch(ElasticsearchClient client, String alias) {
    this.client = client;
    this.alias = alias;
  }

  /// What is asked for.
  ///
  /// @param words each must occur as a phrase; separated by white space
  /// @param paper name of the paper, or empty for all
  /// @param from first day of publication, ISO, or empty
  /// @param to last day of publication, ISO, or empty
  record Request(String words, String paper, String from, String to, int size) {
    Request {
      if (words.isBlank() || words.length() > MAX_CHARACTERS) {
        throw new IllegalArgumentException(
            "search words: 1 to %d characters".formatted(MAX_CHARACTERS));
      }
    }
  }

  /// What was found.
  record Found(long total, long tookMillis, List<Match> matches) {}

  /// An article, with the piece of its text that matched; `[[` and `]]` stand around the words.
  record Match(Article article, String excerpt) {}

  Found find(Request request) throws IOException {
    SearchResponse<Article> response =
        client.search(
            s ->
                s.index(alias)
                    .query(query(request))
                    .size(request.size())
                    .trackTotalHits(t -> t.enabled(true))
                    .highlight(
                        h ->
                            h.preTags("[[")
                                .postTags("]]")
                                .fragmentSize(60)
                                .numberOfFragments(1)
                                .fields(NamedValue.of("body", hl()))
                                .fields(NamedValue.of("headline", hl()))
                                .fields(NamedValue.of("captions", hl()))),
            Article.class);
    var total = response.hits().total();
    return new Found(
        total == null ? 0 : total.value(),
        response.took(),
        response.hits().hits().stream().map(ArticleSearch::match).toList());
  }

  private static HighlightField hl() {
    return HighlightField.of(f -> f);
  }

  private static Match match(Hit<Article> hit) {
    Article article = hit.source();
    if (article == null) {
      throw new IllegalStateException("hit %s has no source".formatted(hit.id()));
    }
    var pieces = hit.highlight();
    String excerpt =
        pieces.values().stream().flatMap(List::stream).findFirst().orElse("").replace('\n', ' ');
    return new Match(article, excerpt);
  }

  private static Query query(Request request) {
    return Query.of(
        q ->
            q.bool(
                b -> {
                  SPACE
                      .splitAsStream(request.words().strip())
                      .limit(MAX_WORDS)
                      .forEach(w -> b.must(phrase(w)));
                  if (!request.paper().isEmpty()) {
                    b.filter(f -> f.term(t -> t.field("issue.paper").value(request.paper())));
                  }
                  if (!request.from().isEmpty() || !request.to().isEmpty()) {
                    b.filter(f -> f.range(r -> r.date(d -> days(d, request))));
                  }
                  return b;
                }));
  }

  private static DateRangeQuery.Builder days(DateRangeQuery.Builder range, Request request) {
    range.field("published_on");
    if (!request.from().isEmpty()) {
      range.gte(request.from());
    }
    if (!request.to().isEmpty()) {
      range.lte(request.to());
    }
    return range;
  }

  private static Query phrase(String word) {
    return Query.of(
        q ->
            q.multiMatch(
                m ->
                    m.query(word)
                        .fields(FIELDS)
                        .type(TextQueryType.Phrase)
                        .operator(Operator.And)));
  }
}
