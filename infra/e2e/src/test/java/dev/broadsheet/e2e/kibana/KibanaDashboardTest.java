package dev.broadsheet.e2e.kibana;

import static dev.broadsheet.e2e.kibana.SavedObjects.id;
import static dev.broadsheet.e2e.kibana.SavedObjects.json;
import static dev.broadsheet.e2e.kibana.SavedObjects.target;
import static dev.broadsheet.e2e.kibana.SavedObjects.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The charts and the dashboard that holds them.
class KibanaDashboardTest {
  private static final int GRID_COLUMNS = 48;

  /// What Kibana calls a document where a field is due.
  private static final String DOCUMENTS = "___records___";

  @Test
  void chartsAskOnlyWhatTheirFieldsCanAnswer() throws IOException {
    FieldTypes fields = FieldTypes.ofIndex();

    for (JsonNode chart : SavedObjects.ofType("lens")) {
      for (JsonNode column : columns(chart)) {
        String field = text(column, "sourceField");
        boolean fits =
            switch (text(column, "operationType")) {
              case "count" -> DOCUMENTS.equals(field);
              case "date_histogram", "min", "max" -> fields.isDate(field);
              case "terms", "unique_count" -> fields.isCountable(field);
              default -> false;
            };
        assertThat(fits).as("%s: %s", id(chart), column).isTrue();
      }
    }
  }

  @Test
  void labelsAreChinese() throws IOException {
    for (JsonNode chart : SavedObjects.ofType("lens")) {
      assertThat(text(chart.path("attributes"), "title")).containsPattern("\\p{IsHan}");
      for (JsonNode column : columns(chart)) {
        assertThat(text(column, "label")).as(id(chart)).containsPattern("\\p{IsHan}");
      }
    }
    JsonNode dashboard = SavedObjects.ofType("dashboard").getFirst().path("attributes");
    assertThat(text(dashboard, "title")).containsPattern("\\p{IsHan}");
    for (JsonNode control : json(text(dashboard.path("controlGroupInput"), "panelsJSON"))) {
      assertThat(text(control.path("explicitInput"), "title")).containsPattern("\\p{IsHan}");
    }
  }

  @Test
  void chartsShowColumnsThatTheyHave() throws IOException {
    for (JsonNode chart : SavedObjects.ofType("lens")) {
      JsonNode layer = layer(chart);
      Set<String> order = new HashSet<>();
      layer.path("columnOrder").forEach(name -> order.add(name.stringValue()));
      Set<String> used = used(chart.path("attributes").path("state").path("visualization"));
      for (JsonNode column : columns(chart)) {
        String by = column.path("params").path("orderBy").path("columnId").stringValue("");
        assertThat(by.isEmpty() || order.contains(by)).as(id(chart)).isTrue();
      }

      assertThat(order).as(id(chart)).isEqualTo(used).hasSameSizeAs(layer.path("columns"));
      target(chart, "indexpattern-datasource-layer-articles");
    }
  }

  private static JsonNode layer(JsonNode chart) {
    JsonNode states = chart.path("attributes").path("state").path("datasourceStates");
    return states.path("formBased").path("layers").path("articles");
  }

  private static JsonNode columns(JsonNode chart) {
    JsonNode columns = layer(chart).path("columns");
    assertThat(columns.size()).as(id(chart)).isPositive();
    return columns;
  }

  // Accessors name columns, alone or in lists, at any depth of a visualization's state.
  private static Set<String> used(JsonNode state) {
    Set<String> used = new TreeSet<>();
    state.forEachEntry(
        (name, value) -> {
          if (name.endsWith("Accessor") || "columnId".equals(name)) {
            used.add(value.stringValue());
          } else if ("accessors".equals(name)) {
            value.forEach(one -> used.add(one.stringValue()));
          } else if (value.isObject()) {
            used.addAll(used(value));
          } else if (value.isArray()) {
            value.forEach(one -> used.addAll(used(one)));
          }
        });
    return used;
  }

  @Test
  void panelsLeadToObjectsAndDoNotOverlap() throws IOException {
    JsonNode dashboard = SavedObjects.ofType("dashboard").getFirst();
    JsonNode panels = json(text(dashboard.path("attributes"), "panelsJSON"));
    Set<String> cells = new HashSet<>();
    Set<String> shown = new TreeSet<>();

    for (JsonNode panel : panels) {
      String index = text(panel, "panelIndex");
      shown.add(target(dashboard, index + ":" + text(panel, "panelRefName")));
      assertThat(target(dashboard, index + ":" + text(panel, "panelRefName")))
          .startsWith(text(panel, "type") + "/");
      occupy(panel.path("gridData"), index, cells);
    }

    Set<String> charts = new TreeSet<>();
    SavedObjects.ofType("lens").forEach(chart -> charts.add(id(chart)));
    assertThat(shown).containsAll(charts).contains("search/broadsheet-newest");
  }

  private static void occupy(JsonNode place, String index, Set<String> cells) {
    assertThat(text(place, "i")).isEqualTo(index);
    int right = place.path("x").intValue() + place.path("w").intValue();
    assertThat(right).isLessThanOrEqualTo(GRID_COLUMNS);
    for (int x = place.path("x").intValue(); x < right; x++) {
      for (int y = 0; y < place.path("h").intValue(); y++) {
        assertThat(cells.add(x + "," + (place.path("y").intValue() + y))).as(index).isTrue();
      }
    }
  }

  @Test
  void controlsFilterCountableFields() throws IOException {
    FieldTypes fields = FieldTypes.ofIndex();
    JsonNode dashboard = SavedObjects.ofType("dashboard").getFirst();
    JsonNode controls =
        json(text(dashboard.path("attributes").path("controlGroupInput"), "panelsJSON"));

    assertThat(controls.size()).isPositive();
    controls.forEachEntry(
        (name, control) -> {
          JsonNode input = control.path("explicitInput");
          assertThat(fields.isCountable(text(input, "fieldName"))).as(name).isTrue();
          assertThat(text(input, "id")).isEqualTo(name);
          target(dashboard, "controlGroup_" + name + ":optionsListDataView");
        });
  }

  @Test
  void readersSeeChinese() throws IOException {
    for (JsonNode object : SavedObjects.all()) {
      JsonNode attributes = object.path("attributes");
      String title = text(attributes, attributes.has("name") ? "name" : "title");
      assertThat(title.codePoints().anyMatch(Character::isIdeographic)).as(title).isTrue();
    }
    for (JsonNode chart : SavedObjects.ofType("lens")) {
      for (JsonNode column : columns(chart)) {
        assertThat(text(column, "label").codePoints().allMatch(Character::isIdeographic)).isTrue();
      }
    }
  }
}
