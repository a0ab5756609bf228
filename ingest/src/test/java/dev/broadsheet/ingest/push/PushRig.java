package dev.broadsheet.ingest.push;

import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.kafka.Patience;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/// A listener with its writer, and a client for it.
final class PushRig implements AutoCloseable {
  static final String TOKEN = "a-token-of-many-characters";

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final HttpClient client = HttpClient.newHttpClient();
  private final LedgerWriter writer;
  private final PushServer server;

  PushRig(Target target, Map<String, String> settings) {
    writer = LedgerWriter.open(target, Patience.until(stopped::get), Clock.systemUTC());
    var config =
        PushConfig.from(
                Settings.of(Map.of("push.address", "127.0.0.1:0", "push.token", TOKEN))
                    .with(settings))
            .orElseThrow();
    server = PushServer.open(config, writer);
  }

  /// An answer, with its document if it is one.
  record Reply(int status, String code, JsonNode body, Map<String, String> headers) {}

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  int port() {
    return server.address().getPort();
  }

  Reply put(String key, String text, String... headers) {
    return send("PUT", "/issues/" + key, BodyPublishers.ofString(text), headers);
  }

  Reply put(String key, byte[] bytes, String... headers) {
    return send("PUT", "/issues/" + key, BodyPublishers.ofByteArray(bytes), headers);
  }

  Reply delete(String key, String... headers) {
    return send("DELETE", "/issues/" + key, BodyPublishers.noBody(), headers);
  }

  Reply get(String key, String... headers) {
    return send("GET", "/issues/" + key, BodyPublishers.noBody(), headers);
  }

  Reply send(String method, String path, BodyPublisher body, String... headers) {
    return send(request(method, path, body, "Bearer " + TOKEN, headers));
  }

  Reply send(HttpRequest request) {
    try {
      return reply(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpClient client() {
    return client;
  }

  HttpRequest request(
      String method, String path, BodyPublisher body, String authorization, String... headers) {
    var request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60));
    request.method(method, body);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.build();
  }

  static Reply reply(HttpResponse<byte[]> response) {
    JsonNode body = response.body().length == 0 ? null : Json.tree(response.body());
    var headers = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    String code =
        body == null || body.path("code").isMissingNode() ? "" : body.path("code").asString();
    return new Reply(response.statusCode(), code, body, headers);
  }

  /// Sends bytes as they are, and ends sending if asked to.
  ///
  /// @return the first line of what comes back; empty when nothing does
  String raw(String request, boolean end) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      if (end) {
        socket.shutdownOutput();
      }
      String answer =
          new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
      return answer.strip();
    }
  }

  /// The beginning of a request with these headers.
  static String head(String method, String path, String... headers) {
    var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: a\r\n".formatted(method, path));
    head.append("Authorization: Bearer ").append(TOKEN).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  void stop() {
    stopped.set(true);
  }

  PushServer server() {
    return server;
  }

  @Override
  public void close() {
    stopped.set(true);
    client.shutdownNow();
    server.close();
    writer.close();
  }
}
