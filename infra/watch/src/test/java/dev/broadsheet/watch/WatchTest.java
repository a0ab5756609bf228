package dev.broadsheet.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.access.Listener;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchTest {
  private final Watch watch =
      Watch.start(
          "sink",
          new WatchConfig(
              Optional.of(
                  Listener.here(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)))));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    watch.close();
  }

  private HttpResponse<String> ask(String method, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + watch.address().orElseThrow().getPort() + path);
    var request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void showsMetersOfTheStageAndOfTheProcess() throws Exception {
    watch.meters().counter("broadsheet.sink.articles", "outcome", "indexed").increment(3);

    HttpResponse<String> answer = ask("GET", "/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.body())
        .contains("broadsheet_sink_articles_total{outcome=\"indexed\",stage=\"sink\"} 3.0")
        .contains("jvm_memory_used_bytes")
        .contains("broadsheet_ready{stage=\"sink\"} 0.0");
  }

  @Test
  void saysThatItLivesBeforeItIsReady() throws Exception {
    assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(200);
    assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(503);

    watch.health().begun();

    assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(200);
    assertThat(ask("GET", "/metrics").body()).contains("broadsheet_ready{stage=\"sink\"} 1.0");
  }

  @Test
  void saysThatTheProcessIsOfNoUse() throws Exception {
    watch.health().begun();
    watch.health().liveWhile(() -> false);

    assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(503);
    assertThat(ask("GET", "/health/ready").body()).contains("\"ready\":false");
  }

  @Test
  void answersNothingElse() throws Exception {
    assertThat(ask("GET", "/metrics/..").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
    assertThat(ask("POST", "/metrics").statusCode()).isEqualTo(405);
    assertThat(ask("HEAD", "/metrics").body()).isEmpty();
  }

  @Test
  void bindsAndClosesMetersOfOthers() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    final class Other implements MeterBinder, AutoCloseable {
      @Override
      public void bindTo(io.micrometer.core.instrument.MeterRegistry registry) {
        registry.counter("kafka.consumer.fetch.total");
      }

      @Override
      public void close() {
        closed.set(true);
      }
    }

    Watch.Binding binding = watch.bind(Other::new);
    assertThat(ask("GET", "/metrics").body()).contains("kafka_consumer_fetch_total");
    binding.close();

    assertThat(closed).isTrue();
  }

  @Test
  void makesNothingWhenNobodyLooks() {
    AtomicBoolean made = new AtomicBoolean();

    try (Watch off = Watch.start("sink", WatchConfig.from(Settings.of(Map.of())))) {
      off.bind(
              () -> {
                made.set(true);
                return _ -> {};
              })
          .close();
      off.meters().counter("broadsheet.sink.articles").increment();

      assertThat(off.address()).isEmpty();
    }

    assertThat(made).isFalse();
  }

  @Test
  void refusesAddressesThatOtherMachinesReach() {
    for (String host : List.of("0.0.0.0", "0:0:0:0:0:0:0:0", "192.0.2.7")) {
      Settings settings = Settings.of(Map.of("metrics.port", "9401", "metrics.host", host));

      assertThatThrownBy(() -> WatchConfig.from(settings))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("metrics.host=" + host);
    }
  }

  @Test
  void refusesAHostThatHasToBeLookedUp() {
    Settings settings = Settings.of(Map.of("metrics.port", "9401", "metrics.host", "example.org"));

    assertThatThrownBy(() -> WatchConfig.from(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("metrics.host")
        .hasMessageContaining("no name");
  }

  @Test
  void refusesAPortThatIsTaken() {
    WatchConfig same = new WatchConfig(watch.address().map(Listener::here));

    assertThatThrownBy(() -> Watch.start("sink", same))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("taken");
  }
}
