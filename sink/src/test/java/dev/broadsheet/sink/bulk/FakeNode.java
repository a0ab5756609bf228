package dev.broadsheet.sink.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Elasticsearch as far as the bulk path sees it, for the answers that a real node cannot be made
/// to give. Requests wait until [#answer] is called, so that a test decides on the order.
public final class FakeNode implements Transport {
  /// Documents by id: external version and source.
  public final Map<String, Stored> documents = new HashMap<>();

  /// What was posted, with answered requests.
  public final List<Request> requests = new ArrayList<>();

  /// Faults of coming requests, in their order; when none is left, requests are served.
  public final Deque<Function<Request, Optional<Reply>>> faults = new ArrayDeque<>();

  /// Faults of items by id, while present: status and error type.
  public final Map<String, ItemFault> itemFaults = new HashMap<>();

  private final Deque<Request> waiting = new ArrayDeque<>();

  public record Stored(long version, String source) {}

  public record ItemFault(int status, String type) {}

  /// A posted request.
  public final class Request {
    public final String path;
    public final List<String> lines;
    private final Consumer<Reply> done;
    private boolean cancelled;

    Request(String path, Body body, Consumer<Reply> done) {
      this.path = path;
      this.lines = text(body).lines().toList();
      this.done = done;
    }

    private static String text(Body body) {
      try (var in = body.open()) {
        return new String(in.readAllBytes(), UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public boolean isBulk() {
      return path.endsWith("/_bulk");
    }

    public boolean cancelled() {
      return cancelled;
    }

    /// Ids in their order.
    public List<String> ids() {
      List<String> ids = new ArrayList<>();
      if (isBulk()) {
        for (int i = 0; i < lines.size(); i += 2) {
          ids.add(action(i).path("_id").stringValue());
        }
      } else {
        tree(lines.getFirst()).path("ids").forEach(id -> ids.add(id.stringValue()));
      }
      return ids;
    }

    private JsonNode action(int line) {
      return tree(lines.get(line)).path("index");
    }

    /// What a healthy node answers.
    public Reply serve() {
      return isBulk() ? index() : lookUp();
    }

    private Reply index() {
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < lines.size(); i += 2) {
        items.add(Map.of("index", item(action(i), lines.get(i + 1))));
      }
      return answer(200, Map.of("items", items));
    }

    private Map<String, Object> item(JsonNode action, String document) {
      String id = action.path("_id").stringValue();
      long version = action.path("version").asLong();
      ItemFault fault = itemFaults.get(id);
      Stored stored = documents.get(id);
      if (fault == null && stored != null && stored.version() >= version) {
        fault = new ItemFault(409, "version_conflict_engine_exception");
      }
      if (fault != null) {
        return Map.of("_id", id, "status", fault.status(), "error", Map.of("type", fault.type()));
      }
      documents.put(
          id, new Stored(version, tree(document).path("source").path("sha256").stringValue("")));
      return Map.of("_id", id, "status", stored == null ? 201 : 200);
    }

    private Reply lookUp() {
      List<Object> found = new ArrayList<>();
      for (String id : ids()) {
        Stored stored = documents.get(id);
        found.add(
            stored == null
                ? Map.of("_id", id, "found", false)
                : Map.of(
                    "_id",
                    id,
                    "found",
                    true,
                    "_version",
                    stored.version(),
                    "_source",
                    Map.of("source", Map.of("sha256", stored.source()))));
      }
      return answer(200, Map.of("docs", found));
    }
  }

  @Override
  public Runnable post(
      String path,
      Map<String, String> parameters,
      String contentType,
      Body body,
      Consumer<Reply> done) {
    Request request = new Request(path, body, done);
    requests.add(request);
    waiting.add(request);
    return () -> request.cancelled = true;
  }

  /// How many requests wait for an answer.
  public int waiting() {
    return waiting.size();
  }

  /// Answers all that wait.
  public void answer() {
    while (!waiting.isEmpty()) {
      Request request = waiting.remove();
      Function<Request, Optional<Reply>> fault = faults.poll();
      Optional<Reply> reply = fault == null ? Optional.of(request.serve()) : fault.apply(request);
      reply.ifPresent(request.done);
    }
  }

  /// The next request fails with a status; nothing is applied.
  public void fail(int status, String type) {
    faults.add(
        _ -> Optional.of(answer(status, Map.of("error", Map.of("type", type), "status", status))));
  }

  /// The next request is applied, and its answer is lost.
  public void swallow() {
    faults.add(
        request -> {
          request.serve();
          return Optional.empty();
        });
  }

  /// The next request is answered with these bytes; nothing is applied.
  public void reply(Reply reply) {
    faults.add(_ -> Optional.of(reply));
  }

  static Reply answer(int status, Object body) {
    return new Reply.Answer(status, Json.bytes(body));
  }

  private static JsonNode tree(String json) {
    return Json.tree(json.getBytes(UTF_8));
  }
}
