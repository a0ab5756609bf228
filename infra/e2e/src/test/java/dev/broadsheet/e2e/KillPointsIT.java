package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.rig.Trial;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.FleetOptions;
import dev.broadsheet.rig.proxy.Moment;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `kill -9` at the points where a stage has done one half of something and not the other. The
/// points are found on the wire, so that the stages need no hooks for them.
@Tag("stack")
@Tag("long")
@Timeout(900)
class KillPointsIT {
  private static final int REPETITIONS = Boolean.getBoolean("chaos.long") ? 20 : 1;

  private static final Victim ENRICH = new Victim(Component.ENRICH, 1);

  @TempDir private static Path folder;
  private static Trial trial;

  @BeforeAll
  static void start() {
    trial = Trial.start(17, new PageGenerator(17), FleetOptions.of(folder.resolve("data")));
    trial.feeder().offer(10);
    assertThat(trial.settle()).isEmpty();
  }

  @AfterAll
  static void stop() {
    if (trial != null) {
      trial.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // An issue is sent and not acknowledged; is in an open transaction; is committed, unheard.
    "INGEST, Produce, broadsheet-ingest, false",
    "INGEST, EndTxn, broadsheet-ingest, false",
    "INGEST, EndTxn, broadsheet-ingest, true",
    // Articles are forwarded; written; their offset is in the transaction; all is committed.
    "ENRICH, Produce, broadsheet-enrich, false",
    "ENRICH, TxnOffsetCommit, broadsheet-enrich, false",
    "ENRICH, EndTxn, broadsheet-enrich, false",
    "ENRICH, EndTxn, broadsheet-enrich, true",
    // A bulk request is sent; was applied, unheard; its offsets are about to be committed; were.
    "SINK, POST /broadsheet-articles-write/_bulk, '', false",
    "SINK, POST /broadsheet-articles-write/_bulk, '', true",
    "SINK, OffsetCommit, broadsheet-sink, false",
    "SINK, OffsetCommit, broadsheet-sink, true",
    // A dead letter is sent; was acknowledged, unheard.
    "SINK, Produce, broadsheet-sink-1-dlq, false",
    "SINK, Produce, broadsheet-sink-1-dlq, true",
  })
  void killedBetweenTheHalvesNothingIsLostOrDoubled(
      Component stage, String request, String client, boolean answer) throws Exception {
    for (int i = 0; i < REPETITIONS; i++) {
      var restarted =
          trial.killAt(new Victim(stage, 1), moment -> isThere(moment, request, client, answer));
      trial.feeder().offerArticlePoison(1);
      trial.feeder().offer(4);
      restarted.get(120, TimeUnit.SECONDS);
    }

    assertThat(trial.check()).isEmpty();
  }

  @Test
  void killedWhileItRestoresItsStateEnrichRestoresItAgain() {
    for (int i = 0; i < REPETITIONS; i++) {
      var enrich = trial.fleet().process(ENRICH);
      trial.feeder().offerPagesOnly(4);
      enrich.kill();
      HostileInputIT.spoil(trial.fleet().stateFolder(ENRICH));
      var killed = new AtomicBoolean();
      trial
          .fleet()
          .brokerProxy()
          .tell(
              moment -> {
                boolean now =
                    isThere(moment, "Fetch", "restore-consumer", true)
                        && killed.compareAndSet(false, true);
                if (now) {
                  enrich.kill();
                }
                return now;
              });

      // It ends in the middle of its start and is started again, as often as it takes.
      trial.fleet().restart(ENRICH);
      assertThat(killed).isTrue();
    }

    assertThat(trial.check()).isEmpty();
  }

  private static boolean isThere(Moment moment, String request, String client, boolean answer) {
    return moment.answer() == answer
        && moment.request().startsWith(request)
        && moment.client().contains(client);
  }
}
