package dev.broadsheet.sink.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MappingTest {
  /// Lucene's bound for a term, in bytes; a character takes up to three in UTF-8, or four for two.
  private static final int MAX_TERM_BYTES = 32_766;

  private static JsonNode resource(Class<?> near, String name) {
    try (InputStream in = near.getResourceAsStream(name)) {
      return Json.tree(Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void paths(String at, JsonNode node, Map<String, JsonNode> paths) {
    JsonNode properties = node.path("items").path("properties");
    if (properties.isMissingNode()) {
      properties = node.path("properties");
    }
    properties.forEachEntry(
        (name, value) -> {
          paths.put(at + name, value);
          paths(at + name + ".", value, paths);
        });
  }

  private static Map<String, JsonNode> mapping() {
    TreeMap<String, JsonNode> paths = new TreeMap<>();
    paths("", resource(IndexDefinition.class, IndexDefinition.MAPPING), paths);
    return paths;
  }

  @Test
  void hasExactlyTheFieldsOfTheSchema() {
    TreeMap<String, JsonNode> schema = new TreeMap<>();
    paths("", resource(Article.class, "article.schema.json"), schema);

    assertThat(mapping().keySet()).isEqualTo(schema.keySet());
  }

  @Test
  void refusesFieldsThatItDoesNotName() {
    JsonNode mapping = resource(IndexDefinition.class, IndexDefinition.MAPPING);

    assertThat(mapping.path("dynamic").stringValue()).isEqualTo("strict");
    assertThat(new TreeSet<>(mapping.findValuesAsString("dynamic"))).containsExactly("strict");
  }

  @Test
  void keepsEveryKeywordBelowTheBoundOfATerm() {
    JsonNode mapping = resource(IndexDefinition.class, IndexDefinition.MAPPING);
    int keywords = 0;
    for (JsonNode parent : mapping.findParents("type")) {
      if (parent.path("type").stringValue("").equals("keyword")) {
        keywords++;
        assertThat(parent.path("ignore_above").asInt(Integer.MAX_VALUE))
            .isLessThanOrEqualTo(MAX_TERM_BYTES / 4);
      }
    }
    assertThat(keywords).isGreaterThan(20);
  }

  @Test
  void readsDatesAsDatesAndTextAsChinese() {
    Map<String, JsonNode> mapping = mapping();

    for (String field :
        new String[] {
          "published_on",
          "issue.date",
          "dateline.date",
          "dates.from",
          "dates.to",
          "source.received_at"
        }) {
      assertThat(mapping.get(field).path("type").stringValue()).as(field).isEqualTo("date");
    }
    for (String field :
        new String[] {"headline", "kicker", "subheads", "column", "body", "captions"}) {
      assertThat(mapping.get(field).path("type").stringValue()).as(field).isEqualTo("text");
      assertThat(mapping.get(field).path("analyzer").stringValue()).isEqualTo("chinese");
    }
  }
}
