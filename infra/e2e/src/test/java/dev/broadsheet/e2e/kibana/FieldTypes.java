package dev.broadsheet.e2e.kibana;

import dev.broadsheet.contract.Json;
import dev.broadsheet.sink.install.IndexDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The fields of the index and what Kibana can do with each, from the mapping that the sink
/// installs.
record FieldTypes(Map<String, String> types) {
  private static final Set<String> COUNTABLE = Set.of("keyword", "boolean", "integer", "long");

  static FieldTypes ofIndex() throws IOException {
    try (InputStream in = IndexDefinition.class.getResourceAsStream(IndexDefinition.MAPPING)) {
      Map<String, String> types = new TreeMap<>();
      collect("", Json.tree(Objects.requireNonNull(in).readAllBytes()), types);
      return new FieldTypes(types);
    }
  }

  private static void collect(String at, JsonNode node, Map<String, String> types) {
    for (String group : new String[] {"properties", "fields"}) {
      node.path(group)
          .forEachEntry(
              (name, value) -> {
                if (value.has("type")) {
                  types.put(at + name, value.path("type").stringValue());
                }
                collect(at + name + ".", value, types);
              });
    }
  }

  boolean has(String field) {
    return types.containsKey(field);
  }

  boolean isDate(String field) {
    return "date".equals(types.get(field));
  }

  /// Whether values can be counted one by one.
  boolean isCountable(String field) {
    return COUNTABLE.contains(types.getOrDefault(field, "absent"));
  }

  /// Whether documents can be put in the order of the field.
  boolean isSortable(String field) {
    return isDate(field) || isCountable(field);
  }
}
