package dev.broadsheet.rig.plan;

import dev.broadsheet.rig.proxy.HttpAnswer;
import dev.broadsheet.rig.proxy.ProxyMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// The faults of a run in their order. The same seed and mix give the same plan.
///
/// @param seed that it was made from
/// @param steps in order
public record FaultPlan(long seed, List<Step> steps) {
  private static final int OVERLAPS_PERCENT = 30;
  private static final int MOST_LEAD_MILLIS = 1_500;

  public FaultPlan {
    steps = List.copyOf(steps);
  }

  /// One fault.
  ///
  /// @param lead time from new input to the fault, so that it meets work at different points
  /// @param overlapping whether the next fault follows without waiting for recovery
  public record Step(Fault fault, Duration lead, boolean overlapping) {
    @Override
    public String toString() {
      return "%s after %d ms%s"
          .formatted(fault, lead.toMillis(), overlapping ? ", the next at once" : "");
    }
  }

  /// How many faults of each kind, on a pipeline with so many instances.
  ///
  /// @param kills spread evenly over the five components
  /// @param instances of `enrich` and of `sink` each
  public record Mix(int kills, int pauses, int restarts, int disturbances, int instances) {
    public Mix {
      if (kills < 0 || pauses < 0 || restarts < 0 || disturbances < 0 || instances < 1) {
        throw new IllegalArgumentException("counts below zero, or no instance");
      }
    }
  }

  /// Draws a plan.
  public static FaultPlan of(long seed, Mix mix) {
    var random = new Random(seed);
    var faults = new ArrayList<Fault>();
    var components = Component.values();
    for (int i = 0; i < mix.kills(); i++) {
      faults.add(new Fault.Kill(victim(components[i % components.length], mix, random)));
    }
    for (int i = 0; i < mix.pauses(); i++) {
      // Five seconds cross no limit; above ten, sessions and transactions end.
      var time = Duration.ofSeconds(5 + random.nextInt(26));
      faults.add(new Fault.Pause(victim(components[i % components.length], mix, random), time));
    }
    for (int i = 0; i < mix.restarts(); i++) {
      faults.add(new Fault.Restart(victim(components[i % components.length], mix, random)));
    }
    for (int i = 0; i < mix.disturbances(); i++) {
      faults.add(disturbance(i, random));
    }
    Collections.shuffle(faults, random);
    return new FaultPlan(seed, faults.stream().map(f -> step(f, random)).toList());
  }

  /// How many processes are killed.
  public int kills() {
    return (int) steps.stream().filter(s -> s.fault() instanceof Fault.Kill).count();
  }

  @Override
  public String toString() {
    var numbers = new ArrayList<String>();
    for (int i = 0; i < steps.size(); i++) {
      numbers.add("%4d  %s".formatted(i + 1, steps.get(i)));
    }
    return numbers.stream()
        .collect(Collectors.joining("\n", "plan of seed %d\n".formatted(seed), ""));
  }

  private static Step step(Fault fault, Random random) {
    return new Step(
        fault,
        Duration.ofMillis(random.nextInt(MOST_LEAD_MILLIS)),
        random.nextInt(100) < OVERLAPS_PERCENT);
  }

  private static Victim victim(Component component, Mix mix, Random random) {
    boolean scaled = component == Component.ENRICH || component == Component.SINK;
    return new Victim(component, scaled ? 1 + random.nextInt(mix.instances()) : 1);
  }

  private static Fault disturbance(int number, Random random) {
    var time = Duration.ofSeconds(3 + random.nextInt(10));
    List<ProxyMode> common =
        List.of(
            new ProxyMode.Refuse(),
            new ProxyMode.ResetAfter(random.nextInt(20_000)),
            new ProxyMode.HalfOpen(),
            new ProxyMode.SwallowAnswers(),
            new ProxyMode.Delay(Duration.ofMillis(100 + random.nextInt(2_000))),
            new ProxyMode.Throttle(1_024 * (1 + random.nextInt(8))),
            new ProxyMode.Truncate(random.nextInt(5_000)));
    List<ProxyMode> http =
        List.of(
            new ProxyMode.Answer(HttpAnswer.tooManyRequests()),
            new ProxyMode.Answer(HttpAnswer.unavailable()),
            new ProxyMode.Answer(HttpAnswer.badGateway()),
            new ProxyMode.Answer(HttpAnswer.brokenJson()));
    // Eighteen kinds in turn: seven for the broker, eleven for the node.
    int kind = number % (2 * common.size() + http.size());
    if (kind < common.size()) {
      return new Fault.Disturb(Component.NODE, common.get(kind), time);
    }
    if (kind < common.size() + http.size()) {
      return new Fault.Disturb(Component.NODE, http.get(kind - common.size()), time);
    }
    return new Fault.Disturb(
        Component.BROKER, common.get(kind - common.size() - http.size()), time);
  }
}
