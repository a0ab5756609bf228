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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// One index with an analysis of its own and the mapping of the sink.
final class StudyIndex {
  /// More than there are.
  static final int ALL = 20_000;

  private static final int BODY_BYTES = 5_000_000;
  private static final int QUIET_LOOKS = 3;
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

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

  /// Loads all, until it is searchable and merged.
  void load(List<byte[]> bodies) throws InterruptedException {
    for (byte[] body : bodies) {
      String path = "/" + analysis.index() + "/_bulk?filter_path=errors";
      JsonNode answer = node.ask("POST", path, new String(body, StandardCharsets.UTF_8));
      if (answer.path("errors").asBoolean(true)) {
        throw new IllegalStateException("bulk request failed");
      }
    }
    node.ask("POST", "/" + analysis.index() + "/_refresh", "");
    awaitMerges();
  }

  /// Waits until nothing merges, several looks in a row.
  private void awaitMerges() throws InterruptedException {
    for (int quiet = 0; quiet < QUIET_LOOKS; ) {
      long merging = stats("merge").path("merges").path("current").asLong(0);
      quiet = merging > 0 ? 0 : quiet + 1;
      Thread.sleep(LOOK_EVERY);
    }
  }

  private JsonNode stats(String kind) {
    return node.ask("GET", "/" + analysis.index() + "/_stats/" + kind, "")
        .path("_all")
        .path("primaries");
  }

  /// Bytes on disk when all is in one segment.
  long mergedBytes() {
    node.ask("POST", "/" + analysis.index() + "/_forcemerge?max_num_segments=1", "");
    node.ask("POST", "/" + analysis.index() + "/_flush?force=true", "");
    return stats("store").path("store").path("size_in_bytes").asLong(0);
  }

  /// Ids of the articles that a search finds in bodies, best first.
  ///
  /// @param most at most so many
  List<String> search(Search kind, String words, int most) {
    String query =
        """
        {"size":%d,"_source":false,"query":{"%s":{"body":%s}}}\
        """
            .formatted(most, kind.query(), Json.text(words));
    List<String> ids = new ArrayList<>();
    for (JsonNode hit :
        node.ask("POST", "/" + analysis.index() + "/_search", query).path("hits").path("hits")) {
      ids.add(hit.path("_id").stringValue(""));
    }
    return ids;
  }
}
