package dev.broadsheet.ingest.push;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;

/// Reads the bodies of requests, within bounds of size, time and memory for all of them together.
final class RequestBody {
  private final int maxBytes;
  private final Duration limit;
  private final Semaphore memory;

  RequestBody(PushConfig.Bounds bounds) {
    this.maxBytes = bounds.maxBytes();
    this.limit = bounds.body();
    this.memory = new Semaphore(bounds.memoryBytes());
  }

  /// Something to do with the bytes of a body.
  @FunctionalInterface
  interface Use {
    Answer apply(byte[] bytes) throws RequestRefused, InterruptedException;
  }

  /// Reads a whole body and does something with it. Its memory counts until that is done.
  Answer read(Request request, Use use) throws RequestRefused, InterruptedException {
    long length = request.getLength();
    if (length > maxBytes) {
      throw new RequestRefused(tooLarge());
    }
    int room = length < 0 ? maxBytes : (int) length;
    if (!memory.tryAcquire(room)) {
      throw new RequestRefused(
          Problem.of(
                  429,
                  "busy",
                  "Too many requests at once",
                  "the bodies of other requests fill the memory: send fewer at once")
              .with(HttpHeader.RETRY_AFTER.asString(), 1));
    }
    try {
      return use.apply(bytes(request));
    } finally {
      memory.release(room);
    }
  }

  private byte[] bytes(Request request) throws RequestRefused, InterruptedException {
    var body = new CompletableFuture<byte[]>();
    Content.Source.asByteArrayAsync(request, maxBytes, Promise.Invocable.toPromise(body));
    try {
      return body.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw new RequestRefused(tooSlow());
    } catch (ExecutionException e) {
      if (Request.getContentBytesRead(request) > maxBytes) {
        throw new RequestRefused(tooLarge());
      }
      if (e.getCause() instanceof TimeoutException) {
        throw new RequestRefused(tooSlow());
      }
      throw new RequestRefused(
          closing(
              Problem.of(
                  400,
                  "body",
                  "Incomplete body",
                  "it ended before its time: send the request again")));
    }
  }

  private Problem tooSlow() {
    return closing(
        Problem.of(
            408,
            "slow",
            "Too slow",
            "the body did not arrive within %d ms: send it faster, or raise the setting %s"
                .formatted(limit.toMillis(), PushConfig.BODY.name())));
  }

  private Problem tooLarge() {
    return closing(
        Problem.of(
            413,
            "too-large",
            "Too large",
            "%d bytes are allowed: split it, or raise the setting ingest.max.bytes"
                .formatted(maxBytes)));
  }

  /// What is left of such a body is not read.
  private static Problem closing(Problem problem) {
    return problem.with(HttpHeader.CONNECTION.asString(), "close");
  }
}
