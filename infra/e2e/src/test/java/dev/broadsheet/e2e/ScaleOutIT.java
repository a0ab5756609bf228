package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.rig.Trial;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.FleetOptions;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// More instances of a stage share its partitions, and may come and go under load.
@Tag("stack")
@Tag("long")
@Timeout(420)
class ScaleOutIT {
  private static final int PARTITIONS = 6;

  @TempDir private static Path folder;
  private static Trial trial;

  @BeforeAll
  static void start() {
    trial = Trial.start(11, new PageGenerator(11), FleetOptions.of(folder.resolve("data")));
  }

  @AfterAll
  static void stop() {
    if (trial != null) {
      trial.close();
    }
  }

  @Test
  void instancesThatJoinAndLeaveUnderLoadShareTheWorkAndLoseNothing() throws Exception {
    trial.feeder().offer(20);
    for (Component stage : List.of(Component.ENRICH, Component.SINK)) {
      trial.fleet().join(new Victim(stage, 2));
      trial.feeder().offer(10);
      trial.fleet().join(new Victim(stage, 3));
      trial.feeder().offer(10);
    }
    assertThat(trial.check()).isEmpty();
    assertThat(shares("broadsheet-enrich")).containsExactly(2, 2, 2);
    assertThat(shares("broadsheet-sink")).containsExactly(2, 2, 2);

    trial.feeder().offer(15);
    trial.fleet().leave(new Victim(Component.ENRICH, 1));
    trial.fleet().leave(new Victim(Component.SINK, 2));
    trial.feeder().offer(15);
    trial.fleet().process(new Victim(Component.ENRICH, 3)).kill();
    trial.fleet().process(new Victim(Component.SINK, 3)).kill();
    trial.feeder().offer(15);

    assertThat(trial.check()).isEmpty();
  }

  /// Partitions of each member of a group, when all are given out.
  private static List<Integer> shares(String group) throws Exception {
    var description =
        trial.admin().describeConsumerGroups(List.of(group)).describedGroups().get(group).get();
    var shares =
        description.members().stream()
            .map(m -> m.assignment().topicPartitions())
            .map(Collection::size)
            .sorted()
            .toList();
    assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(PARTITIONS);
    return shares;
  }
}
