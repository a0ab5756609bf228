package dev.broadsheet.enrich.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A raw page and what an editor wrote down about it.
///
/// @param name of the file, without extension
/// @param raw text of the page
/// @param articles with a body on this page
/// @param issue fields that are printed, and others null
public record AnnotatedPage(String name, String raw, List<Piece> articles, JsonNode issue) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern SEGMENT =
      Pattern.compile("(\\d+)(?:-(\\d+))?(?:\\[(\\d+):(\\d+)])?");

  /// An article as annotated.
  ///
  /// @param paragraphs whole, in reading order
  public record Piece(JsonNode node, List<String> paragraphs) {
    String body() {
      return String.join("\n", paragraphs);
    }
  }

  /// All pages of a folder, by name.
  public static List<AnnotatedPage> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".gold.json"))
          .sorted()
          .map(AnnotatedPage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AnnotatedPage read(Path file) {
    try {
      JsonNode gold = JSON.readTree(Files.readString(file));
      String raw = Files.readString(file.resolveSibling(gold.get("source").asString()));
      List<String> rows = List.of(raw.split("\n", -1));
      List<Piece> pieces = new ArrayList<>();
      for (JsonNode article : gold.get("articles")) {
        List<String> paragraphs = new ArrayList<>();
        for (JsonNode paragraph : article.path("paragraphs")) {
          var text = new StringBuilder();
          paragraph.forEach(s -> text.append(segment(s.asString(), rows)));
          paragraphs.add(text.toString());
        }
        if (paragraphs.stream().anyMatch(p -> !Texts.squash(p).isEmpty())) {
          pieces.add(new Piece(article, paragraphs));
        }
      }
      return new AnnotatedPage(
          file.getFileName().toString().replace(".gold.json", ""), raw, pieces, gold.get("issue"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String segment(String spec, List<String> rows) {
    Matcher m = SEGMENT.matcher(spec);
    if (!m.matches()) {
      throw new IllegalArgumentException("segment " + spec);
    }
    int first = Integer.parseInt(m.group(1));
    int last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
    String text = String.join("\n", rows.subList(first - 1, last));
    return m.group(3) == null
        ? text
        : text.substring(
            text.offsetByCodePoints(0, Integer.parseInt(m.group(3))),
            text.offsetByCodePoints(0, Integer.parseInt(m.group(4))));
  }
}
