package dev.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ArticleSchemaTest {
  private static final JsonNode SCHEMA = resource("article.schema.json");
  private static final Schema VALIDATOR =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SCHEMA);

  private static JsonNode resource(String name) {
    try (InputStream in = ArticleSchemaTest.class.getResourceAsStream(name)) {
      return Json.tree(Objects.requireNonNull(in).readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode example() {
    return (ObjectNode) resource("article.example.json");
  }

  private static Article article() {
    return Json.read(Json.bytes(example()), Article.class);
  }

  private static List<Error> errors(JsonNode document) {
    return VALIDATOR.validate(
        document,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static void schemaPaths(String at, JsonNode schema, Set<String> paths) {
    JsonNode properties = schema.path("items").path("properties");
    if (properties.isMissingNode()) {
      properties = schema.path("properties");
    }
    properties.forEachEntry(
        (name, value) -> {
          paths.add(at + name);
          schemaPaths(at + name + ".", value, paths);
        });
  }

  private static void documentPaths(String at, JsonNode node, Set<String> paths) {
    node.forEachEntry(
        (name, value) -> {
          paths.add(at + name);
          documentPaths(at + name + ".", value.isArray() ? value.path(0) : value, paths);
        });
  }

  @Test
  void exampleIsTheDocumentOfAnArticle() {
    assertThat(Json.tree(Json.bytes(article()))).isEqualTo(example());
  }

  @Test
  void namesExactlyThePropertiesOfADocument() {
    TreeSet<String> named = new TreeSet<>();
    TreeSet<String> written = new TreeSet<>();

    schemaPaths("", SCHEMA, named);
    documentPaths("", Json.tree(Json.bytes(article())), written);

    assertThat(named).isEqualTo(written);
  }

  @Test
  void acceptsTheExample() {
    assertThat(errors(example())).isEmpty();
  }

  @Test
  void acceptsAWithdrawnArticle() {
    var version = new Article.Version(3, true, article().version().source(), "0.1.0");
    Article withdrawn = Article.withdrawn(new ArticleId("a/b", 2), version);

    assertThat(errors(Json.tree(Json.bytes(withdrawn)))).isEmpty();
  }

  @Test
  void acceptsEveryFormOfADate() {
    for (String value :
        List.of("2025-03-18", "2024-11", "2025-Q1", "2024", "2025-03-07/2025-03-08")) {
      ObjectNode document = example();
      document.put("event_date", value);

      assertThat(errors(document)).as(value).isEmpty();
    }
  }

  @Test
  void refusesWhatIsUnknownAbsentOrOutOfRange() {
    ObjectNode unknown = example();
    unknown.put("headlines", "x");
    ObjectNode absent = example();
    absent.remove("body");
    ObjectNode revision = example();
    revision.put("revision", 0);
    ObjectNode date = example();
    date.put("published_on", "2025-02-30");
    ObjectNode inner = example();
    ((ObjectNode) inner.path("topics").path(0)).put("weight", 1);

    for (ObjectNode document : List.of(unknown, absent, revision, date, inner)) {
      assertThat(errors(document)).isNotEmpty();
    }
    assertThat(article().publishedOn()).isEqualTo(LocalDate.of(2031, 5, 6));
  }
}
