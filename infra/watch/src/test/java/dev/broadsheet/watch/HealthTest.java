package dev.broadsheet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final List<Standing> standings = new ArrayList<>();
  private Instant now = Instant.parse("2031-05-06T08:00:00Z");
  private final Health health = new Health(() -> now);

  @BeforeEach
  void work() {
    health.follow("test", () -> List.copyOf(standings));
    health.begun();
  }

  private boolean readyAfter(int seconds, Standing... at) {
    now = now.plus(Duration.ofSeconds(seconds));
    standings.clear();
    standings.addAll(List.of(at));
    return health.look().ready();
  }

  @Test
  void isNotReadyBeforeItHasBegun() {
    assertThat(new Health(() -> now).look().ready()).isFalse();
    assertThat(health.look().ready()).isTrue();
  }

  @Test
  void isNotReadyWhenAPartitionWithLagHasNotMovedForAMinute() {
    assertThat(readyAfter(0, new Standing("a-0", 5, 3))).isTrue();
    assertThat(readyAfter(59, new Standing("a-0", 5, 4))).isTrue();
    assertThat(readyAfter(1, new Standing("a-0", 5, 9))).isFalse();
    assertThat(health.look().parts()).singleElement().matches(Health.Part::stalled);
    assertThat(readyAfter(1, new Standing("a-0", 6, 8))).isTrue();
  }

  @Test
  void oneStalledPartitionIsEnough() {
    readyAfter(0, new Standing("a-0", 5, 3), new Standing("a-1", 5, 3));

    assertThat(readyAfter(60, new Standing("a-0", 5, 3), new Standing("a-1", 700, 3))).isFalse();
  }

  @Test
  void staysReadyHoweverLongThereIsNothingToDo() {
    readyAfter(0, new Standing("a-0", 5, 0));

    assertThat(readyAfter(86_400, new Standing("a-0", 5, 0))).isTrue();
  }

  @Test
  void countsTheMinuteFromTheFirstSightOfWork() {
    readyAfter(0, new Standing("a-0", 5, 0));

    assertThat(readyAfter(3_600, new Standing("a-0", 5, 1))).isTrue();
    assertThat(readyAfter(60, new Standing("a-0", 5, 1))).isFalse();
  }

  @Test
  void anotherInstanceMayTakeAStalledPartitionOver() {
    readyAfter(0, new Standing("a-0", 5, 3));
    readyAfter(60, new Standing("a-0", 5, 3));

    assertThat(readyAfter(1)).isTrue();
    assertThat(readyAfter(1, new Standing("a-0", 5, 3))).isTrue();
  }

  @Test
  void isDeadWhenItsThreadIsSilent() {
    assertThat(health.look().live()).isTrue();
    health.beat();
    now = now.plus(Health.SILENCE);
    assertThat(health.look().live()).isTrue();
    now = now.plusSeconds(1);
    assertThat(health.look().live()).isFalse();
    assertThat(health.look().ready()).isFalse();

    health.beat();
    assertThat(health.look().live()).isTrue();
  }

  @Test
  void isDeadWhenItsConditionFails() {
    health.liveWhile(() -> false);

    assertThat(health.look().live()).isFalse();
  }
}
