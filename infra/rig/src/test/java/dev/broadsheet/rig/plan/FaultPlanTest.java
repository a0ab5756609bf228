package dev.broadsheet.rig.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private static final FaultPlan.Mix MIX = new FaultPlan.Mix(25, 4, 3, 18, 3);

  @Test
  void sameSeedGivesTheSamePlanAndAnotherSeedAnother() {
    assertThat(FaultPlan.of(5, MIX)).isEqualTo(FaultPlan.of(5, MIX));
    assertThat(FaultPlan.of(5, MIX).steps()).isNotEqualTo(FaultPlan.of(6, MIX).steps());
  }

  @Test
  void killsEveryComponentEquallyOften() {
    var kills =
        FaultPlan.of(5, MIX).steps().stream()
            .map(FaultPlan.Step::fault)
            .filter(Fault.Kill.class::isInstance)
            .collect(Collectors.groupingBy(Fault::component, Collectors.counting()));

    assertThat(kills).hasSize(5).allSatisfy((_, count) -> assertThat(count).isEqualTo(5));
  }

  @Test
  void disturbsBothServersInEveryWay() {
    var modes =
        FaultPlan.of(5, MIX).steps().stream()
            .map(FaultPlan.Step::fault)
            .filter(Fault.Disturb.class::isInstance)
            .map(Fault.Disturb.class::cast)
            .collect(Collectors.groupingBy(Fault.Disturb::server, Collectors.counting()));

    assertThat(modes).containsEntry(Component.NODE, 11L).containsEntry(Component.BROKER, 7L);
  }

  @Test
  void killsNoInstanceThatIsNotThere() {
    assertThat(FaultPlan.of(5, new FaultPlan.Mix(100, 0, 0, 0, 2)).steps())
        .extracting(FaultPlan.Step::fault)
        .allSatisfy(f -> assertThat(((Fault.Kill) f).victim().instance()).isBetween(1, 2));
  }

  @Test
  void printsItsSeedAndEveryStep() {
    assertThat(FaultPlan.of(5, MIX).toString().lines())
        .hasSize(51)
        .first()
        .asString()
        .contains("5");
  }
}
