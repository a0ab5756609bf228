package dev.broadsheet.bench.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sends bulk bodies, a few at a time. Any failure ends it: what it measures would mean nothing.
final class BulkSender {
  private final HttpClient http;
  private final URI address;
  private final int inFlight;
  private final Semaphore room;
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

  BulkSender(HttpClient http, URI elasticsearch, String alias, int inFlight) {
    this.http = http;
    this.address =
        elasticsearch.resolve(
            "/" + alias + "/_bulk?require_alias=true&filter_path=errors,items.*.error.type");
    this.inFlight = inFlight;
    this.room = new Semaphore(inFlight);
  }

  /// Sends when one of those under way has its answer.
  void send(byte[] body) throws InterruptedException {
    room.acquire();
    check();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .whenComplete(
            (answer, error) -> {
              if (error != null) {
                failure.set(error.toString());
              } else if (answer.statusCode() != 200
                  || !answer.body().contains("\"errors\":false")) {
                failure.set(answer.statusCode() + " " + answer.body());
              }
              room.release();
            });
  }

  /// Waits for the answers of all.
  void await() throws InterruptedException {
    room.acquire(inFlight);
    room.release(inFlight);
    check();
  }

  private void check() {
    String failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("bulk request failed: " + failed);
    }
  }
}
