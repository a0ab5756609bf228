package dev.broadsheet.bench.run;

import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// Asks a node, past all that is measured.
public final class NodeClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final URI node;
  private final HttpClient http = HttpClient.newHttpClient();

  public NodeClient(URI node) {
    this.node = node;
  }

  /// Sends a request with JSON, or lines of it, and reads the answer; what is not there is no
  /// failure.
  ///
  /// @throws IllegalStateException when the node refuses
  public JsonNode ask(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(node.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200 && answer.statusCode() != 404) {
        throw new IllegalStateException(
            "%s %s: status %d".formatted(method, path, answer.statusCode()));
      }
      return Json.tree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
