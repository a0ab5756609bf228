package dev.broadsheet.enrich.quality;

import dev.broadsheet.contract.Article;
import dev.broadsheet.enrich.quality.AnnotatedPage.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Compares documents with annotations. An article is found when the pieces of five characters of
/// its body agree with an annotated body with F1 of 0.9 or more; all but `articles` is over those.
public final class Evaluation {
  private static final double FOUND = 0.9;

  private final Map<String, Tally> tallies = new LinkedHashMap<>();

  public Tally of(String measure) {
    return tallies.computeIfAbsent(measure, _ -> new Tally());
  }

  public void add(AnnotatedPage page, List<Article> articles) {
    List<Article> ours =
        articles.stream().filter(a -> !Texts.squash(a.text().body()).isEmpty()).toList();
    Map<Article, Piece> found = match(ours, page.articles());
    of("articles").add(found.size(), ours.size(), page.articles().size());
    found.forEach(this::compare);
  }

  private static Map<Article, Piece> match(List<Article> ours, List<Piece> pieces) {
    record Pair(Article article, Piece piece, double score) {}
    List<Pair> pairs = new ArrayList<>();
    for (Article article : ours) {
      var grams = Texts.grams(article.text().body());
      for (Piece piece : pieces) {
        double score = Texts.f1(grams, Texts.grams(piece.body()));
        if (score >= FOUND) {
          pairs.add(new Pair(article, piece, score));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
    Map<Article, Piece> found = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      if (!found.containsValue(pair.piece())) {
        found.putIfAbsent(pair.article(), pair.piece());
      }
    }
    return found;
  }

  private void compare(Article article, Piece piece) {
    JsonNode gold = piece.node();
    of("paragraphs")
        .add(
            squashed(Arrays.stream(article.text().body().split("\n", -1))),
            squashed(piece.paragraphs().stream()));
    compareHead(article, gold);
    var byline = article.text().byline();
    of("byline_names")
        .add(
            squashed(
                Stream.of(byline.reporters(), byline.correspondents(), byline.photographers())
                    .flatMap(List::stream)),
            squashed(
                Stream.of("reporters", "correspondents", "photographers")
                    .flatMap(role -> strings(gold.path("byline").path(role)))));
    if (gold.hasNonNull("lead_date")) {
      String right = gold.path("lead_date").path("date").asString();
      of("event_date").add(right.equals(article.findings().eventDate()));
    }
    compareDates(article, gold);
    List<String> codes =
        article.findings().topics().stream().map(Article.TopicLabel::code).toList();
    List<String> topics = strings(gold.path("iptc_topics")).toList();
    if (!topics.isEmpty()) {
      of("topics").add(codes, topics);
      of("topic_first").add(!codes.isEmpty() && topics.contains(codes.getFirst()));
    }
    of("persons")
        .add(
            squashed(article.findings().entities().persons().stream()),
            squashed(strings(gold.path("persons"))));
  }

  private void compareHead(Article article, JsonNode gold) {
    var text = article.text();
    if (gold.hasNonNull("headline")) {
      String full = gold.path("headline_full").asString(gold.path("headline").asString());
      String ours = text.headline() == null ? "" : text.headline();
      of("headline")
          .add(
              Texts.sameTitle(ours, gold.path("headline").asString())
                  || Texts.sameTitle(ours, full)
                  || Texts.sameTitle((text.kicker() == null ? "" : text.kicker()) + ours, full));
    }
    if (gold.hasNonNull("kicker")) {
      of("kicker").add(Texts.sameTitle(text.kicker(), gold.path("kicker").asString()));
    }
    String agency = gold.hasNonNull("agency") ? gold.path("agency").asString() : "";
    of("agency").add(agency.equals(text.agency() == null ? "" : text.agency()));
  }

  /// Soft dates count neither way: one that was said beyond the firm ones is forgiven.
  private void compareDates(Article article, JsonNode gold) {
    List<String> ours =
        new ArrayList<>(
            article.findings().dates().stream().map(Article.DateMention::value).toList());
    List<String> firm = new ArrayList<>();
    List<String> soft = new ArrayList<>();
    for (JsonNode date : gold.path("dates")) {
      (date.path("soft").asBoolean(false) ? soft : firm).add(date.path("value").asString());
    }
    for (String value : soft) {
      long said = ours.stream().filter(value::equals).count();
      if (said > firm.stream().filter(value::equals).count()) {
        ours.remove(value);
      }
    }
    of("dates").add(ours, firm);
  }

  private static List<String> squashed(Stream<String> texts) {
    return texts.map(Texts::squash).filter(t -> !t.isEmpty()).toList();
  }

  private static Stream<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString);
  }

  @Override
  public String toString() {
    var out = new StringBuilder();
    tallies.forEach((measure, tally) -> out.append("%-14s %s%n".formatted(measure, tally)));
    return out.toString();
  }
}
