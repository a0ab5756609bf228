package dev.broadsheet.bench.study;

import dev.broadsheet.bench.run.NodeClient;
import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One index with an analysis of its own and the mapping of the sink.
final class StudyIndex {
  private static final int BODY_BYTES = 5_000_000;

  private final NodeClient node;
  private final Analysis analysis;

  StudyIndex(URI address, Analysis analysis) {
    this.node = new NodeClient(address);
    this.analysis = analysis;
  }

  /// Makes it anew and empty.
  void create() {
    node.ask("DELETE", "/" + analysis.index() + "?ignore_unavailable=true", "");
    String body = "{\"settings\":" + analysis.settings() + ",\"mappings\":" + mapping() + "}";
    node.ask("PUT", "/" + analysis.index(), body);
  }

  private static String mapping() {
    try (InputStream in = StudyIndex.class.getResourceAsStream("/elasticsearch/mapping.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Bodies of bulk requests with all articles; their ids are their own.
  static List<byte[]> bodies(List<Article> articles) {
    List<byte[]> bodies = new ArrayList<>();
    var body = new ByteArrayOutputStream();
    for (Article article : articles) {
      body.writeBytes(
          ("{\"index\":{\"_id\":" + Json.text(article.id()) + "}}\n")
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(Json.bytes(article));
      body.write('\n');
      if (body.size() > BODY_BYTES) {
        bodies.add(body.toByteArray());
        body.reset();
      }
    }
    bodies.add(body.toByteArray());
    return bodies;
  }

  void load(List<byte[]> bodies) {
    for (byte[] body : bodies) {
      String path = "/" + analysis.index() + "/_bulk?filter_path=errors";
      JsonNode answer = node.ask("POST", path, new String(body, StandardCharsets.UTF_8));
      if (answer.path("errors").asBoolean(true)) {
        throw new IllegalStateException("bulk request failed");
      }
    }
    node.ask("POST", "/" + analysis.index() + "/_refresh", "");
  }

  /// Bytes on disk when all is in one segment.
  long mergedBytes() {
    node.ask("POST", "/" + analysis.index() + "/_forcemerge?max_num_segments=1", "");
    node.ask("POST", "/" + analysis.index() + "/_flush?force=true", "");
    return node.ask("GET", "/" + analysis.index() + "/_stats/store", "")
        .path("_all")
        .path("primaries")
        .path("store")
        .path("size_in_bytes")
        .asLong(0);
  }

  /// Ids of the articles that a query of this kind finds in bodies.
  Set<String> search(String kind, String words) {
    String query =
        """
        {"size":20000,"_source":false,"query":{"%s":{"body":%s}}}\
        """
            .formatted(kind, Json.text(words));
    Set<String> ids = new HashSet<>();
    for (JsonNode hit :
        node.ask("POST", "/" + analysis.index() + "/_search", query).path("hits").path("hits")) {
      ids.add(hit.path("_id").stringValue(""));
    }
    return ids;
  }
}
