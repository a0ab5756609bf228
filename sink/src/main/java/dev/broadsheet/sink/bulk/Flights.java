package dev.broadsheet.sink.bulk;

import dev.broadsheet.sink.bulk.Transport.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The requests under way. The transport's threads only put replies into a queue; all else is done
/// by the owner thread. A request without an answer within the timeout counts as failed, whatever
/// comes later.
final class Flights {
  private final Transport transport;
  private final String alias;
  private final long timeoutNanos;
  private final Map<Long, Flight> flying = new HashMap<>();
  private final BlockingQueue<Landing> landings = new LinkedBlockingQueue<>();
  private long lastId;

  Flights(Transport transport, String alias, Duration timeout) {
    this.transport = transport;
    this.alias = alias;
    this.timeoutNanos = timeout.toNanos();
  }

  private record Flight(Batch batch, long deadline, Runnable cancel) {}

  private record Landing(long id, Reply reply) {}

  /// A batch with its reply.
  record Landed(Batch batch, Reply reply) {}

  int size() {
    return flying.size();
  }

  void send(Batch batch, long now) {
    long id = ++lastId;
    Runnable cancel =
        switch (batch.kind()) {
          case INDEX ->
              transport.post(
                  "/" + alias + "/_bulk",
                  Map.of(
                      "require_alias",
                      "true",
                      // The node gives up first and says why, and piles no requests up.
                      "timeout",
                      timeoutNanos / 2_000_000 + "ms",
                      "filter_path",
                      BulkReader.FILTER),
                  "application/x-ndjson",
                  new BulkBody(batch.records()),
                  reply -> landings.add(new Landing(id, reply)));
          case LOOK_UP ->
              transport.post(
                  "/" + alias + "/_mget",
                  Map.of("_source_includes", "source.sha256", "filter_path", StoredReader.FILTER),
                  "application/json",
                  Transport.Body.of(StoredReader.body(batch.records())),
                  reply -> landings.add(new Landing(id, reply)));
        };
    flying.put(id, new Flight(batch, now + timeoutNanos, cancel));
  }

  /// Waits until a reply is there, at most `limit`.
  void await(Duration limit) throws InterruptedException {
    Landing landing = landings.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    if (landing != null) {
      landings.add(landing);
    }
  }

  /// Takes what has landed or run out of time.
  List<Landed> landed(long now) {
    List<Landed> landed = new ArrayList<>();
    for (Landing landing = landings.poll(); landing != null; landing = landings.poll()) {
      Flight flight = flying.remove(landing.id());
      if (flight != null) {
        landed.add(new Landed(flight.batch(), landing.reply()));
      }
    }
    flying
        .values()
        .removeIf(
            flight -> {
              boolean late = now - flight.deadline() >= 0;
              if (late) {
                flight.cancel().run();
                landed.add(new Landed(flight.batch(), new Reply.Failure("no answer in time")));
              }
              return late;
            });
    return landed;
  }
}
