package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contract.Topics;
import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.rig.Trial;
import dev.broadsheet.rig.check.ProcessUse;
import dev.broadsheet.rig.check.Quiet;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.FleetOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Elasticsearch stays away: the sink waits in its group with a bounded number of articles, and
/// goes on by itself. The usual ten minutes are twice the time after which a group takes a member
/// that does not poll for dead; `-Daway.minutes=60` makes an hour of them.
@Tag("stack")
@Tag("long")
@Timeout(6_000)
class NodeAwayIT {
  private static final Duration AWAY = Duration.ofMinutes(Integer.getInteger("away.minutes", 10));
  private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
  private static final Victim SINK = new Victim(Component.SINK, 1);
  private static final Victim NODE = new Victim(Component.NODE, 1);

  @TempDir private static Path folder;
  private static Trial trial;

  @BeforeAll
  static void start() {
    trial =
        Trial.start(
            19,
            new PageGenerator(19),
            FleetOptions.of(folder.resolve("data"))
                // Four requests' worth of articles are held: a few pages fill it.
                .withSettings(Map.of("sink.bulk.bytes", "20000")));
    trial.feeder().offer(20);
    assertThat(trial.settle()).isEmpty();
  }

  @AfterAll
  static void stop() {
    if (trial != null) {
      trial.close();
    }
  }

  @Test
  void sinkWaitsInItsGroupWithFlatMemoryAndGoesOnByItself() throws Exception {
    long pid = trial.fleet().process(SINK).pid();
    long rebalances = rebalances();
    trial.fleet().process(NODE).kill();
    trial.feeder().offer(60);
    await().atMost(Duration.ofMinutes(2)).until(NodeAwayIT::isFull);
    ProcessUse full = ProcessUse.of(pid);
    Map<TopicPartition, Long> committed = committed();
    long end = System.nanoTime() + AWAY.toNanos();
    while (System.nanoTime() < end) {
      await().atMost(LOOK_EVERY.multipliedBy(2)).pollDelay(LOOK_EVERY).until(() -> true);
      trial.feeder().offer(1);
    }

    ProcessUse after = ProcessUse.of(pid);
    System.out.printf("Away for %d min: %s, then %s%n", AWAY.toMinutes(), full, after);
    assertThat(committed()).as("nothing is passed").isEqualTo(committed);
    assertThat(rebalances()).as("rebalances").isEqualTo(rebalances);
    assertThat(after.residentKilobytes()).isLessThan(full.residentKilobytes() * 11 / 10 + 16_384);
    assertThat(after.threads()).isLessThanOrEqualTo(full.threads() + 4);
    assertThat(after.files()).isLessThanOrEqualTo(full.files() + 8);

    trial.fleet().restart(NODE);
    long back = System.nanoTime();
    await().atMost(Duration.ofSeconds(25)).until(() -> !committed().equals(committed));
    System.out.printf("First commit %.1f s after%n", (System.nanoTime() - back) / 1e9);
    assertThat(trial.check()).isEmpty();
    assertThat(rebalances()).as("rebalances").isEqualTo(rebalances);
    assertThat(trial.fleet().process(SINK).pid()).isEqualTo(pid);
  }

  @Test
  void nodeThatDiesAgainAndAgainDelaysOnly() {
    for (int i = 0; i < 6; i++) {
      trial.feeder().offer(8);
      trial.fleet().process(NODE).kill();
      trial.feeder().offer(4);
      trial.fleet().restart(NODE);
    }

    assertThat(trial.check()).isEmpty();
  }

  /// The sink has read all that it may hold: much is left in the topic.
  private static boolean isFull() {
    Map<TopicPartition, Long> committed = committed();
    long behind =
        trial.topics().lastOffsets("broadsheet.articles").entrySet().stream()
            .mapToLong(last -> last.getValue() - committed.getOrDefault(last.getKey(), 0L))
            .sum();
    return behind > 150;
  }

  private static Map<TopicPartition, Long> committed() {
    return trial.groups().committed(Quiet.sinkGroup(new Topics("broadsheet")));
  }

  private static long rebalances() throws IOException {
    Path log = trial.fleet().process(SINK).log();
    try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
      return lines.filter(l -> l.contains("Partitions ")).count();
    }
  }
}
