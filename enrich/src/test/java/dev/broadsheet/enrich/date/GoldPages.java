package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.byline.BylineFindings;
import dev.broadsheet.enrich.byline.BylineReader;
import dev.broadsheet.enrich.split.ArticleDraft;
import dev.broadsheet.enrich.split.MastheadFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Annotated pages as drafts, so that dates and bylines are measured apart from the splitter.
final class GoldPages {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern SEGMENT =
      Pattern.compile("(\\d+)(?:-(\\d+))?(?:\\[(\\d+):(\\d+)])?");

  private GoldPages() {}

  /// One document a line, with the fields that dates and bylines fill.
  static List<String> documents(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".gold.json"))
          .sorted()
          .flatMap(file -> page(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> page(Path file) {
    JsonNode gold = MAPPER.readTree(file.toFile());
    String name = file.getFileName().toString().replace(".gold.json", "");
    String[] rows = read(file.resolveSibling(gold.get("source").asString())).split("\n", -1);
    List<ArticleDraft> drafts = new ArrayList<>();
    gold.get("articles").forEach(article -> drafts.add(draft(article, rows)));
    IssueDate issue = IssueDating.decide(masthead(gold.get("issue")), drafts, null, null);
    return drafts.stream().map(draft -> document(name, issue, draft)).toList();
  }

  private static String document(String page, IssueDate issue, ArticleDraft draft) {
    String headline = draft.head().headline();
    DateFindings dates = DateResolver.resolve(headline, draft.body(), issue.reference());
    BylineFindings byline = BylineReader.read(draft, issue.reference());
    Map<String, Object> day = new LinkedHashMap<>();
    day.put("key", page);
    day.put("date", issue.day());
    day.put("date_source", issue.source());
    day.put("flags", issue.flags());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issue", day);
    document.put("headline", headline);
    document.put("body", draft.body());
    document.put("byline", byline.byline());
    document.put("agency", byline.agency());
    document.put("dateline", byline.dateline());
    document.put("event_date", dates.eventDate());
    document.put("dates", dates.mentions());
    document.put("flags", dates.flags());
    return MAPPER.writeValueAsString(document);
  }

  private static MastheadFields masthead(JsonNode issue) {
    String date = text(issue, "date");
    return new MastheadFields(
        text(issue, "paper"),
        null,
        null,
        null,
        null,
        date == null ? null : LocalDate.parse(date),
        text(issue, "lunar_date"),
        text(issue, "weekday"),
        null,
        null,
        null,
        null);
  }

  private static ArticleDraft draft(JsonNode article, String[] rows) {
    List<String> bylines = new ArrayList<>();
    article.path("byline_lines").forEach(range -> bylines.add(lines(rows, range)));
    article.path("inline").forEach(piece -> addByline(piece, bylines));
    List<String> captions = new ArrayList<>();
    article.path("caption_lines").forEach(range -> captions.add(lines(rows, range)));
    return new ArticleDraft(
        new ArticleDraft.Head(
            text(article, "headline_full") == null
                ? text(article, "headline")
                : text(article, "headline_full"),
            null,
            List.of(),
            null),
        bylines,
        paragraphs(article, rows),
        captions,
        ArticleDraft.Jumps.NONE,
        List.of());
  }

  private static void addByline(JsonNode piece, List<String> bylines) {
    if ("byline".equals(text(piece, "role"))) {
      bylines.add(text(piece, "text"));
    }
  }

  private static List<String> paragraphs(JsonNode article, String[] rows) {
    List<String> paragraphs = new ArrayList<>();
    for (JsonNode segments : article.path("paragraphs")) {
      StringBuilder paragraph = new StringBuilder();
      segments.forEach(segment -> paragraph.append(segment(segment.asString(), rows)));
      paragraphs.add(paragraph.toString().replace("\n", ""));
    }
    return paragraphs;
  }

  private static String segment(String spec, String[] rows) {
    Matcher matcher = SEGMENT.matcher(spec);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("No segment: " + spec);
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
    String text = String.join("\n", List.of(rows).subList(first - 1, last));
    return matcher.group(3) == null
        ? text
        : text.substring(
            text.offsetByCodePoints(0, Integer.parseInt(matcher.group(3))),
            text.offsetByCodePoints(0, Integer.parseInt(matcher.group(4))));
  }

  private static String lines(String[] rows, JsonNode range) {
    int first = range.isArray() ? range.get(0).asInt() : range.asInt();
    int last = range.isArray() ? range.get(1).asInt() : range.asInt();
    return String.join("\n", List.of(rows).subList(first - 1, last));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.asString() : null;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
