package dev.broadsheet.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.access.Listener;
import dev.broadsheet.contract.access.Tokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// Three addresses over HTTP: `/metrics`, `/health/live`, `/health/ready`. It reads nothing of a
/// request but method, path and token. Where there are tokens, who shows none is told whether the
/// stage lives and is ready, and nothing else: whatever starts processes again must ask that.
final class WatchServer implements AutoCloseable {
  private static final int BACKLOG = 16;
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String JSON = "application/json";

  private final String stage;
  private final Supplier<String> metrics;
  private final Health health;
  private final Tokens tokens;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// What is answered of life.
  record Life(String stage, boolean live) {}

  /// What is answered of readiness.
  record Readiness(String stage, boolean ready, boolean begun, List<Stall> stalled) {}

  /// A part that stands still.
  record Stall(String part, long behind, long idleSeconds) {}

  /// What a stage shows.
  ///
  /// @param metrics gives the page of meters
  record Shown(String stage, Supplier<String> metrics, Health health) {}

  @SuppressWarnings("ArrayRecordComponent") // made and sent once, never compared
  private record Answer(int status, String type, byte[] body) {
    static Answer json(boolean good, Object value) {
      return new Answer(good ? 200 : 503, JSON, Json.bytes(value));
    }

    static Answer text(int status, String text) {
      return new Answer(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Opens the listener.
  ///
  /// @throws IOException when the port is taken
  /// @throws IllegalArgumentException when certificate or key cannot be used
  WatchServer(Listener listener, Shown shown) throws IOException {
    this.stage = shown.stage();
    this.metrics = shown.metrics();
    this.health = shown.health();
    this.tokens = listener.tokens();
    this.server = create(listener);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private static HttpServer create(Listener listener) throws IOException {
    Optional<SSLContext> tls = listener.tls();
    if (tls.isEmpty()) {
      return HttpServer.create(listener.address(), BACKLOG);
    }
    var server = HttpsServer.create(listener.address(), BACKLOG);
    server.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
    return server;
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean head = "HEAD".equals(exchange.getRequestMethod());
      Answer answer =
          head || "GET".equals(exchange.getRequestMethod())
              ? answer(exchange.getRequestURI().getPath(), isKnown(exchange))
              : Answer.text(405, "GET only\n");
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", answer.type());
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(answer.status(), head ? -1 : answer.body().length);
      if (!head) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  private boolean isKnown(HttpExchange exchange) {
    return tokens.isEmpty() || tokens.admit(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private Answer answer(String path, boolean known) {
    return switch (path) {
      case "/health/live" -> {
        boolean live = health.look().live();
        yield Answer.json(live, new Life(stage, live));
      }
      case "/health/ready" -> readiness(health.look(), known);
      case String _ when !known ->
          Answer.text(401, "a token of the setting metrics.token.file is due\n");
      case "/metrics" -> Answer.text(200, metrics.get());
      default -> Answer.text(404, "/metrics, /health/live and /health/ready are here\n");
    };
  }

  private Answer readiness(Health.Report report, boolean known) {
    List<Stall> stalled =
        report.parts().stream()
            .filter(p -> known && p.stalled())
            .map(p -> new Stall(p.part(), p.behind(), p.idle().toSeconds()))
            .toList();
    return Answer.json(
        report.ready(), new Readiness(stage, report.ready(), report.begun(), stalled));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
