package dev.broadsheet.sink.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch._types.Time;
import dev.broadsheet.sink.rig.SinkRig;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Against a real node and a real broker, the tests beside one another.
@Tag("stack")
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class RefreshKeeperIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int MANY = 4_000;

  private SinkRig rig;
  private String index;

  @BeforeEach
  void install() throws IOException, InterruptedException, ExecutionException {
    rig = new SinkRig("refresh");
    index = rig.install();
  }

  @AfterEach
  void close() throws InterruptedException {
    rig.close();
  }

  /// The interval that is set, or nothing.
  private Optional<String> interval() throws IOException {
    var settings = rig.client().indices().getSettings(request -> request.index(index)).get(index);
    return Optional.ofNullable(settings.settings().index())
        .map(i -> i.refreshInterval())
        .map(Time::time);
  }

  private void set(String interval) throws IOException {
    rig.client()
        .indices()
        .putSettings(
            request ->
                request.index(index).settings(s -> s.refreshInterval(t -> t.time(interval))));
  }

  private void awaitInterval(Optional<String> due) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(interval()).isEqualTo(due));
  }

  @Test
  void isSeldomInABackfillAndTheDefaultAfterwards() throws IOException {
    rig.start();
    assertThat(interval()).isEmpty();

    rig.sendArticles("backfill", 1, MANY);

    awaitInterval(Optional.of(RefreshKeeper.SELDOM));
    awaitInterval(Optional.empty());
    rig.awaitLagZero();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(rig.client().count(r -> r.index(rig.names.searchAlias())).count())
                    .isEqualTo(MANY));
  }

  @Test
  void isPutRightByTheNextSink() throws IOException {
    set(RefreshKeeper.SELDOM);

    rig.start();

    awaitInterval(Optional.empty());
  }

  @Test
  void staysWhereSomebodyElseHasSetIt() throws IOException {
    set("7s");
    SinkRig.Running sink = rig.start();

    rig.sendArticles("backfill", 1, MANY);

    // Long enough for what is done in a backfill and after it.
    await()
        .during(Duration.ofSeconds(20))
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(interval()).contains("7s"));
    assertThat(sink.totals().indexed()).isEqualTo(MANY);
  }
}
