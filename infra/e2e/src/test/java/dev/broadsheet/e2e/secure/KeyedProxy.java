package dev.broadsheet.e2e.secure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// What stands before an Elasticsearch node that has no security of its own: TLS, and an API key
/// that has to be shown. It answers as Elasticsearch does to those who show none.
final class KeyedProxy implements AutoCloseable {
  private static final String REFUSAL =
      """
      {"error":{"root_cause":[{"type":"security_exception","reason":"missing authentication credentials"}],
      "type":"security_exception","reason":"missing authentication credentials"},"status":401}\
      """;
  private static final Set<String> HANDED_ON = Set.of("content-type", "accept");

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI node;
  private final Map<String, String> keys;
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

  /// One request that was let through.
  ///
  /// @param owner of the key
  record Asked(String owner, String method, String path) {}

  /// @param keys values of `Authorization`, and who has each
  KeyedProxy(URI node, Path store, String password, Map<String, String> keys)
      throws IOException, GeneralSecurityException {
    this.node = node;
    this.keys = Map.copyOf(keys);
    this.server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setHttpsConfigurator(new HttpsConfigurator(context(store, password)));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  Queue<Asked> asked() {
    return asked;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String owner =
          keys.get(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (owner == null) {
        answer(exchange, 401, "application/json", REFUSAL.getBytes(StandardCharsets.UTF_8));
        return;
      }
      asked.add(new Asked(owner, exchange.getRequestMethod(), exchange.getRequestURI().getPath()));
      HttpResponse<byte[]> response = forward(exchange, body);
      response
          .headers()
          .firstValue("X-elastic-product")
          .ifPresent(v -> exchange.getResponseHeaders().set("X-elastic-product", v));
      answer(
          exchange,
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse("application/json"),
          response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(node.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.getFirst());
              }
            });
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean bare = "HEAD".equals(exchange.getRequestMethod()) || body.length == 0;
    exchange.sendResponseHeaders(status, bare ? -1 : body.length);
    if (!bare) {
      exchange.getResponseBody().write(body);
    }
  }

  static SSLContext context(Path store, String password)
      throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, password.toCharArray());
    }
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, password.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    client.close();
  }
}
