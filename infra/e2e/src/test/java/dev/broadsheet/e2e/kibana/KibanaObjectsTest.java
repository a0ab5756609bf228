package dev.broadsheet.e2e.kibana;

import static dev.broadsheet.e2e.kibana.SavedObjects.id;
import static dev.broadsheet.e2e.kibana.SavedObjects.json;
import static dev.broadsheet.e2e.kibana.SavedObjects.target;
import static dev.broadsheet.e2e.kibana.SavedObjects.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.sink.install.IndexNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The rules of Kibana's saved-object format, as far as they can be held without Kibana.
class KibanaObjectsTest {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");
  private static final Pattern PINNED =
      Pattern.compile("<elasticsearch\\.version>(\\d+)\\.(\\d+)\\.(\\d+)<");

  /// The newest form that each type has had before its model versions began; Kibana migrates from
  /// there by itself.
  private static final Map<String, String> NEWEST_CLASSIC =
      Map.of("index-pattern", "8.0.0", "search", "8.0.0", "lens", "8.9.0", "dashboard", "8.9.0");

  @Test
  void everyObjectSaysWhatItIsAndInWhichVersion() throws IOException {
    for (JsonNode object : SavedObjects.all()) {
      assertThat(text(object, "id")).as(id(object)).matches("broadsheet-[a-z-]+");
      assertThat(text(object, "type")).isIn(NEWEST_CLASSIC.keySet());
      assertThat(text(object.path("attributes"), "title")).as(id(object)).isNotBlank();
      assertThat(object.path("references").isArray()).as(id(object)).isTrue();
      assertThat(number(text(object, "typeMigrationVersion")))
          .as(id(object))
          .isLessThanOrEqualTo(number(NEWEST_CLASSIC.get(text(object, "type"))));
      assertThat(object.has("migrationVersion")).as("the field of Kibana 7").isFalse();
      assertThat(object.has("version")).as("a version of one installation").isFalse();
    }
  }

  @Test
  void fitsTheKibanaOfTheBuild() throws IOException {
    Matcher pinned = PINNED.matcher(Files.readString(Path.of("..", "..", "pom.xml")));
    assertThat(pinned.find()).isTrue();
    int kibana = number(pinned.group(1) + "." + pinned.group(2) + "." + pinned.group(3));

    for (JsonNode object : SavedObjects.all()) {
      int written = number(text(object, "coreMigrationVersion"));
      assertThat(written).as(id(object)).isLessThanOrEqualTo(kibana);
      // Objects can be imported into the same major version and the next.
      assertThat(kibana / 1_000_000 - written / 1_000_000).as(id(object)).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void idsAreUniqueAndReferencesLeadToObjectsOfTheFile() throws IOException {
    List<String> ids = SavedObjects.all().stream().map(SavedObjects::id).toList();
    assertThat(ids).doesNotHaveDuplicates();

    for (JsonNode object : SavedObjects.all()) {
      Set<String> names = new HashSet<>();
      for (JsonNode reference : object.path("references")) {
        assertThat(ids).as(id(object)).contains(id(reference));
        assertThat(names.add(text(reference, "name"))).as(id(object)).isTrue();
      }
    }
  }

  @Test
  void bringsTheObjectsThatTheDocumentationNames() throws IOException {
    String documentation = Files.readString(SavedObjects.FOLDER.resolve("README.md"));

    for (String type : List.of("index-pattern", "search", "dashboard")) {
      for (JsonNode object : SavedObjects.ofType(type)) {
        JsonNode attributes = object.path("attributes");
        assertThat(documentation)
            .contains(text(attributes, attributes.has("name") ? "name" : "title"));
      }
    }
  }

  @Test
  void dataViewsReadTheAliasesAndTheirTimeFieldIsADate() throws IOException {
    IndexNames names = new IndexNames("broadsheet-articles");
    FieldTypes fields = FieldTypes.ofIndex();
    Set<String> timed = new TreeSet<>();

    for (JsonNode view : SavedObjects.ofType("index-pattern")) {
      JsonNode attributes = view.path("attributes");
      assertThat(text(attributes, "title")).isIn(names.searchAlias(), names.writeAlias());
      if (attributes.has("timeFieldName")) {
        assertThat(fields.isDate(text(attributes, "timeFieldName"))).isTrue();
        timed.add(text(view, "id"));
      }
    }

    assertThat(timed).containsExactly("broadsheet-articles");
  }

  @Test
  void undatedAndWithdrawnArticlesAreSearchedWhereTheyAre() throws IOException {
    Map<String, JsonNode> views =
        SavedObjects.ofType("index-pattern").stream()
            .collect(Collectors.toMap(SavedObjects::id, view -> view.path("attributes")));
    Map<String, JsonNode> searches =
        SavedObjects.ofType("search").stream()
            .collect(Collectors.toMap(search -> text(search, "id"), search -> search));

    JsonNode undated = viewOf(views, searches.get("broadsheet-undated"));
    JsonNode withdrawn = viewOf(views, searches.get("broadsheet-withdrawn"));

    assertThat(undated.has("timeFieldName")).isFalse();
    assertThat(withdrawn.has("timeFieldName")).isFalse();
    assertThat(text(withdrawn, "title")).endsWith("-write");
  }

  private static JsonNode viewOf(Map<String, JsonNode> views, JsonNode search) {
    return views.get(target(search, "kibanaSavedObjectMeta.searchSourceJSON.index"));
  }

  @Test
  void searchesShowAndSortFieldsOfTheMapping() throws IOException {
    FieldTypes fields = FieldTypes.ofIndex();

    for (JsonNode search : SavedObjects.ofType("search")) {
      JsonNode attributes = search.path("attributes");
      assertThat(attributes.path("columns").size()).isPositive();
      for (JsonNode column : attributes.path("columns")) {
        assertThat(fields.has(column.stringValue())).as(column.stringValue()).isTrue();
      }
      for (JsonNode sort : attributes.path("sort")) {
        assertThat(fields.isSortable(sort.path(0).stringValue())).as(sort.toString()).isTrue();
        assertThat(sort.path(1).stringValue()).isIn("asc", "desc");
      }
    }
  }

  @Test
  void queriesNameFieldsOfTheMapping() throws IOException {
    FieldTypes fields = FieldTypes.ofIndex();
    Pattern field = Pattern.compile("([A-Za-z_.]+)\\s*:");
    Set<String> seen = new TreeSet<>();

    for (JsonNode search : SavedObjects.ofType("search")) {
      JsonNode source =
          json(text(search.path("attributes").path("kibanaSavedObjectMeta"), "searchSourceJSON"));
      assertThat(text(source.path("query"), "language")).isEqualTo("kuery");
      field
          .matcher(text(source.path("query"), "query"))
          .results()
          .forEach(m -> seen.add(m.group(1)));
      target(search, text(source, "indexRefName"));
    }

    assertThat(seen).isNotEmpty().allMatch(fields::has);
  }

  private static int number(String version) {
    Matcher parts = VERSION.matcher(version);
    assertThat(parts.matches()).as(version).isTrue();
    return (Integer.parseInt(parts.group(1)) * 1_000 + Integer.parseInt(parts.group(2))) * 1_000
        + Integer.parseInt(parts.group(3));
  }
}
