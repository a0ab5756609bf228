package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Topics;
import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.rig.Trial;
import dev.broadsheet.rig.check.Quiet;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.FleetOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Stages that end and start all the time, in order and not.
@Tag("stack")
@Tag("long")
@Timeout(1_800)
class ComingAndGoingIT {
  private static final int ENDS = Integer.getInteger("ends", 100);
  private static final Duration STORM = Duration.ofMinutes(3);
  private static final Duration END_LIMIT = Duration.ofSeconds(24);
  private static final Topics TOPICS = new Topics("broadsheet");

  @TempDir private static Path folder;
  private static Trial trial;

  @BeforeAll
  static void start() {
    trial = Trial.start(31, new PageGenerator(31), FleetOptions.of(folder.resolve("data")));
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
  void stageThatIsAskedToEndInTheMiddleOfItsWorkEndsInTimeAndLosesNothing() {
    var stages = trial.fleet().stages();
    Duration longest = Duration.ZERO;
    for (int i = 0; i < ENDS; i++) {
      Victim stage = stages.get(i % stages.size());
      trial.feeder().offer(2);
      long start = System.nanoTime();
      trial.fleet().process(stage).stop();
      var took = Duration.ofNanos(System.nanoTime() - start);
      assertThat(took).as("%s, end %d", stage, i + 1).isLessThan(END_LIMIT);
      longest = took.compareTo(longest) > 0 ? took : longest;
      trial.fleet().restart(stage);
    }

    System.out.printf("%d orderly ends, the longest took %d ms%n", ENDS, longest.toMillis());
    assertThat(trial.check()).isEmpty();
  }

  @Test
  void groupsThatNeverComeToRestGoOnWorking() throws Exception {
    long before = done();
    Duration first = STORM.dividedBy(3);
    for (long end = System.nanoTime() + first.toNanos(); System.nanoTime() < end; ) {
      trial.feeder().offer(1);
    }
    long calm = done() - before;
    var over = new CompletableFuture<Void>();
    var enrich = storm(new Victim(Component.ENRICH, 2), over);
    var sink = storm(new Victim(Component.SINK, 2), over);
    before = done();
    for (long end = System.nanoTime() + STORM.toNanos(); System.nanoTime() < end; ) {
      trial.feeder().offer(1);
    }
    long stormy = (done() - before) / 3;
    over.complete(null);

    System.out.printf(
        "Articles settled in %d s: %d in calm, %d while instances came and went %d and %d times%n",
        first.toSeconds(), calm, stormy, enrich.get(), sink.get());
    assertThat(stormy).isGreaterThan(calm / 5);
    assertThat(trial.check()).isEmpty();
  }

  /// Starts an instance and ends it again, in turn in order and by a kill, until it is over.
  ///
  /// @return how often
  private static CompletableFuture<Integer> storm(Victim victim, CompletableFuture<Void> over) {
    var count = new CompletableFuture<Integer>();
    Thread.ofVirtual()
        .start(
            () -> {
              int times = 0;
              try {
                while (!over.isDone()) {
                  trial.fleet().join(victim);
                  if (++times % 2 == 0) {
                    trial.fleet().process(victim).kill();
                  }
                  trial.fleet().leave(victim);
                }
                count.complete(times);
              } catch (RuntimeException e) {
                count.completeExceptionally(e);
              }
            });
    return count;
  }

  /// Articles that the sink is done with.
  private static long done() {
    return trial.groups().committed(Quiet.sinkGroup(TOPICS)).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
