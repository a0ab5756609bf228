package dev.broadsheet.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How much the stages that run here get done, by their own counters between two looks. One thread
/// at a time.
final class Rates implements AutoCloseable {
  /// What is counted of each stage: pages, pages, articles.
  private static final List<Counter> COUNTERS =
      List.of(
          new Counter("ingest", "broadsheet_ingest_issues_total"),
          new Counter("enrich", "broadsheet_enrich_issues_total"),
          new Counter("sink", "broadsheet_sink_articles_total"));

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final StagePorts ports;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private Sample before;

  private record Counter(String stage, String metric) {}

  private record Sample(long nanos, Map<String, Double> counts) {}

  Rates(StagePorts ports) {
    this.ports = ports;
    this.before = sample();
  }

  /// Per second since the last look, at least over a second, by stage; one that is not here is left
  /// out.
  Map<String, Double> read() throws InterruptedException {
    long rest = SHORTEST.toNanos() - (System.nanoTime() - before.nanos());
    if (rest > 0 && !before.counts().isEmpty()) {
      Thread.sleep(Duration.ofNanos(rest));
    }
    Sample now = sample();
    double seconds = (now.nanos() - before.nanos()) / 1e9;
    var rates = new LinkedHashMap<String, Double>();
    now.counts()
        .forEach(
            (stage, count) -> {
              // A stage that was started anew counts from nothing.
              double done = Math.max(0, count - before.counts().getOrDefault(stage, count));
              rates.put(stage, Math.round(done / seconds * 10) / 10.0);
            });
    before = now;
    return rates;
  }

  private Sample sample() {
    var counts = new LinkedHashMap<String, Double>();
    for (Counter counter : COUNTERS) {
      OptionalInt port = ports.of(counter.stage());
      if (port.isPresent()) {
        count(port.getAsInt(), counter.metric()).ifPresent(c -> counts.put(counter.stage(), c));
      }
    }
    return new Sample(System.nanoTime(), counts);
  }

  private OptionalDouble count(int port, String counter) {
    URI uri = URI.create("http://127.0.0.1:%d/metrics".formatted(port));
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(),
              HttpResponse.BodyHandlers.ofLines());
      return OptionalDouble.of(
          answer
              .body()
              .filter(line -> line.startsWith(counter + "{"))
              .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
              .sum());
    } catch (IOException e) {
      return OptionalDouble.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalDouble.empty();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
