package dev.broadsheet.enrich.subject;

import dev.broadsheet.contract.Article.Entities;
import dev.broadsheet.contract.Article.TopicLabel;
import dev.broadsheet.contract.Json;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.name.NameFinder;
import dev.broadsheet.enrich.name.NameLists;
import dev.broadsheet.enrich.split.ArticleDraft;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Runs the finders over annotated pages with the annotation's own articles, so that what they
/// do is scored apart from the splitter: `GoldTrial GOLD_DIR` prints documents for score.py.
public final class GoldTrial {
  private static final Pattern SEGMENT =
      Pattern.compile("(\\d+)(?:-(\\d+))?(?:\\[(\\d+):(\\d+)\\])?");

  private final TopicTerms terms = TopicTerms.load();
  private final NameLists lists = NameLists.load(terms.words());
  private final NameFinder names = NameFinder.of(lists);
  private final TopicClassifier topics = TopicClassifier.of(terms);
  private final GenreClassifier genres = GenreClassifier.load();
  private final boolean explain;

  private GoldTrial(boolean explain) {
    this.explain = explain;
  }

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    GoldTrial trial = new GoldTrial(args.length > 1);
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".gold.json")).sorted().toList()) {
        trial.print(file, out);
      }
    }
  }

  private void print(Path file, PrintStream out) throws IOException {
    JsonNode gold = Json.tree(Files.readAllBytes(file));
    String stem = file.getFileName().toString().replace(".gold.json", "");
    Path source = file.resolveSibling(gold.get("source").asString());
    String raw = Files.exists(source) ? Files.readString(source) : "";
    for (JsonNode article : gold.get("articles")) {
      print(stem, article, raw.split("\n", -1), out);
    }
  }

  private void print(String stem, JsonNode article, String[] rows, PrintStream out) {
    List<String> paragraphs = new ArrayList<>();
    strings(article.path("paras")).forEach(p -> paragraphs.add(healed(p)));
    for (JsonNode paragraph : article.path(paragraphs.isEmpty() ? "paragraphs" : "none")) {
      paragraphs.add(
          healed(strings(paragraph).stream().map(s -> cut(s, rows)).reduce("", String::concat)));
    }
    ArticleDraft draft = draft(article, paragraphs);
    ArticleDraft.Head head = draft.head();
    List<String> group = new ArrayList<>();
    Stream.of(head.kicker(), head.headline()).filter(s -> s != null).forEach(group::add);
    group.addAll(head.subheads());
    Reading reading = Reading.of(lists.segmenter(), group, head.column(), paragraphs);
    List<TopicLabel> labels = topics.classify(reading);
    Entities entities = names.find(reading, byline(article));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issue", Map.of("key", stem));
    document.put("headline", String.valueOf(head.headline()));
    document.put("body", String.join("\n", paragraphs));
    document.put("genre", genres.classify(draft, text(article, "agency")).code());
    document.put("topics", labels);
    document.put("entities", entities);
    document.put("keywords", KeywordPicker.pick(reading, entities, labels));
    document.put("fingerprint", Fingerprint.of(draft.body()));
    if (explain) {
      document.put("explain", topics.explain(reading));
    }
    out.println(Json.text(document));
  }

  /// Without what the splitter heals: line breaks, and blanks where a printed line ended.
  private static String healed(String paragraph) {
    return paragraph.replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "").replace("\n", "");
  }

  private static ArticleDraft draft(JsonNode article, List<String> paragraphs) {
    List<String> bylines = new ArrayList<>();
    String raw = text(article.path("byline"), "raw");
    String body = String.join("\n", paragraphs);
    if (raw != null && !body.contains(raw)) {
      bylines.add(raw);
    }
    return new ArticleDraft(
        new ArticleDraft.Head(
            text(article, "headline"),
            text(article, "kicker"),
            strings(article.path("subheads")),
            text(article, "column")),
        bylines,
        paragraphs,
        strings(article.path("captions")),
        new ArticleDraft.Jumps(null, null, number(article, "refers_to_page")),
        List.of());
  }

  private static Integer number(JsonNode node, String field) {
    return node.path(field).isNumber() ? node.path(field).asInt() : null;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).isString() ? node.path(field).asString() : null;
  }

  private static Set<String> byline(JsonNode article) {
    Set<String> names = new LinkedHashSet<>();
    for (String field : List.of("reporters", "correspondents", "photographers")) {
      names.addAll(strings(article.path("byline").path(field)));
    }
    return names;
  }

  private static List<String> strings(JsonNode array) {
    List<String> values = new ArrayList<>();
    array.forEach(v -> values.add(v.asString()));
    return values;
  }

  private static String cut(String segment, String[] rows) {
    Matcher m = SEGMENT.matcher(segment);
    if (!m.matches()) {
      throw new IllegalArgumentException("segment " + segment);
    }
    int first = Integer.parseInt(m.group(1));
    int last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
    String text = String.join("\n", List.of(rows).subList(first - 1, last));
    return m.group(3) == null
        ? text
        : text.substring(Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)));
  }
}
