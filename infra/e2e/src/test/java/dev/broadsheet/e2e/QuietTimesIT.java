package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contract.Topics;
import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.rig.Trial;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.FleetOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a broker forgets while nothing happens: offsets, ids of writers, marks of deleted keys. It
/// forgets within a minute here, which is weeks elsewhere.
@Tag("stack")
@Tag("long")
@Timeout(600)
class QuietTimesIT {
  private static final Duration QUIET = Duration.ofMinutes(3);
  private static final Topics TOPICS = new Topics("broadsheet");
  private static final Victim SINK = new Victim(Component.SINK, 1);

  @TempDir private Path folder;
  private Trial trial;

  @BeforeEach
  void start() {
    trial =
        Trial.start(
            23,
            new PageGenerator(23),
            FleetOptions.of(folder.resolve("data"))
                .withBrokerProperties(
                    Map.of(
                        "offsets.retention.minutes", "1",
                        "offsets.retention.check.interval.ms", "5000",
                        "transactional.id.expiration.ms", "60000",
                        "transaction.remove.expired.transaction.cleanup.interval.ms", "5000",
                        "producer.id.expiration.ms", "60000",
                        "producer.id.expiration.check.interval.ms", "5000",
                        "log.cleaner.backoff.ms", "1000")));
    trial.feeder().offer(20);
    assertThat(trial.settle()).isEmpty();
  }

  @AfterEach
  void stop() {
    trial.close();
  }

  @Test
  void pipelineThatWasIdleForLongTakesUpItsWork() {
    pause(QUIET);

    trial.feeder().offer(20);
    assertThat(trial.check()).isEmpty();
  }

  @Test
  void sinkWhoseOffsetsAreForgottenReadsAllAgainAndChangesNothing() {
    trial.fleet().process(SINK).stop();
    // Nobody is in the group: its offsets expire, and with them what the watch knows of them.
    pause(QUIET);
    trial.groups().forget();
    assertThat(trial.groups().committed("broadsheet-sink")).isEmpty();
    trial.groups().resume();
    trial.fleet().restart(SINK);

    trial.feeder().offer(20);
    assertThat(trial.check()).isEmpty();
  }

  @Test
  void withdrawalIsKnownAlthoughTheTopicWasCompactedWhileTheSinkWasAway() throws Exception {
    var compactSoon =
        List.of(
            set("min.cleanable.dirty.ratio", "0.001"),
            set("delete.retention.ms", "1000"),
            set("segment.ms", "2000"),
            set("min.compaction.lag.ms", "0"),
            set("max.compaction.lag.ms", "3000"));
    trial
        .admin()
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, TOPICS.articles()), compactSoon,
                new ConfigResource(ConfigResource.Type.TOPIC, TOPICS.issues()), compactSoon))
        .all()
        .get();
    // A key that is deleted is none of ours and goes with the compaction: it has its letter before.
    trial.feeder().offerRemainingPoison();
    assertThat(trial.settle()).isEmpty();
    trial.fleet().process(SINK).stop();
    // The offsets of a group without members may expire meanwhile.
    trial.groups().forget();
    // Each portion of forty holds a withdrawal, several revisions, and issues out of order.
    trial.feeder().offer(80);
    pause(Duration.ofSeconds(40));
    trial.feeder().offer(10);
    trial.fleet().restart(SINK);
    assertThat(trial.settle()).isEmpty();
    trial.groups().resume();

    assertThat(trial.check()).isEmpty();
  }

  private void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    await()
        .atMost(time.plusSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> System.nanoTime() > end);
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }
}
