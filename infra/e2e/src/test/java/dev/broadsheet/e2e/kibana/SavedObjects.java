package dev.broadsheet.e2e.kibana;

import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The file that is imported into Kibana, read as Kibana reads it.
final class SavedObjects {
  static final Path FOLDER = Path.of("..", "deploy", "kibana").toAbsolutePath().normalize();

  private SavedObjects() {}

  /// The objects, one a line.
  static List<JsonNode> all() throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("broadsheet.ndjson"))) {
      objects.add(json(line));
    }
    return objects;
  }

  static List<JsonNode> ofType(String type) throws IOException {
    return all().stream().filter(object -> type.equals(text(object, "type"))).toList();
  }

  /// JSON inside a string, as many attributes of saved objects are.
  static JsonNode json(String text) {
    return Json.tree(text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(JsonNode node, String name) {
    return node.path(name).stringValue();
  }

  static String id(JsonNode object) {
    return text(object, "type") + "/" + text(object, "id");
  }

  /// The object that a reference of this name leads to, as type and id.
  static String target(JsonNode object, String reference) {
    for (JsonNode one : object.path("references")) {
      if (reference.equals(text(one, "name"))) {
        return id(one);
      }
    }
    throw new AssertionError(id(object) + " has no reference named " + reference);
  }
}
