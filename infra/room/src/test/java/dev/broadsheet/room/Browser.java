package dev.broadsheet.room;

import static org.awaitility.Awaitility.await;

import dev.broadsheet.contract.Json;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A real Chromium without a window, driven by its DevTools protocol. It ends when it is closed.
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Browser(Process process, URI tab) {
    this.process = process;
    this.socket = http.newWebSocketBuilder().buildAsync(tab, new Listener()).join();
    Stream.of("Page", "Runtime", "Log").forEach(domain -> call(domain + ".enable", Map.of()));
  }

  /// Where Chromium is, if it is installed.
  static Optional<Path> program() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Starts one with an empty profile.
  static Browser start(Path program, Path profile) throws IOException {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=zh-CN",
            "--accept-lang=zh-CN",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "about:blank"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("log").toFile())
            .start();
    try {
      return new Browser(process, tab(profile));
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static URI tab(Path profile) {
    Path told = profile.resolve("DevToolsActivePort");
    await()
        .atMost(PATIENCE)
        .until(() -> Files.exists(told) && Files.readString(told).contains("\n"));
    try (var http = HttpClient.newHttpClient()) {
      String port = Files.readAllLines(told).getFirst();
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:%s/json/new?about:blank".formatted(port)))
              .PUT(HttpRequest.BodyPublishers.noBody());
      byte[] body = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
      return URI.create(Json.tree(body).get("webSocketDebuggerUrl").asString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Opens an address.
  void open(URI address) {
    call("Page.navigate", Map.of("url", address.toString()));
  }

  /// The value of an expression, as text.
  String value(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.get("exceptionDetails").toString());
    }
    JsonNode value = answer.at("/result/value");
    return value.isMissingNode() || value.isNull() ? "" : value.asString();
  }

  boolean is(String expression) {
    return "true".equals(value("!!(%s)".formatted(expression)));
  }

  /// Waits until an expression is true.
  void until(String expression) {
    await().atMost(PATIENCE).ignoreExceptions().until(() -> is(expression));
  }

  void click(String selector) {
    until("document.querySelector(`%s`)".formatted(selector));
    value(
        "document.querySelector(`%s`).dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true})); 1"
            .formatted(selector));
  }

  void key(String key) {
    for (String type : List.of("keyDown", "keyUp")) {
      call("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key));
    }
  }

  void size(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  void dark(boolean dark) {
    var feature = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    call("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  byte[] screenshot(boolean whole) {
    JsonNode shot = call("Page.captureScreenshot", Map.of("captureBeyondViewport", whole));
    return Base64.getDecoder().decode(shot.get("data").asString());
  }

  /// Errors of scripts and what the browser refused.
  List<String> complaints() {
    return complaints;
  }

  JsonNode call(String method, Map<String, ?> parameters) {
    int id = ids.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    open.put(id, answer);
    synchronized (socket) {
      socket
          .sendText(Json.text(Map.of("id", id, "method", method, "params", parameters)), true)
          .join();
    }
    return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private void receive(JsonNode message) {
    if (message.has("id")) {
      var answer = open.remove(message.get("id").asInt());
      if (answer != null && message.has("error")) {
        answer.completeExceptionally(new IllegalStateException(message.get("error").toString()));
      } else if (answer != null) {
        answer.complete(message.get("result"));
      }
      return;
    }
    String method = message.get("method").asString();
    boolean error = "error".equals(message.at("/params/entry/level").asString());
    if ("Runtime.exceptionThrown".equals(method) || ("Log.entryAdded".equals(method) && error)) {
      complaints.add(message.get("params").toString());
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        JsonNode message = Json.tree(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
        receive(message);
      }
      webSocket.request(1);
      return null;
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
    var children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
