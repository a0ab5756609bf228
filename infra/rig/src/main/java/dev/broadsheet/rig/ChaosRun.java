package dev.broadsheet.rig;

import dev.broadsheet.rig.check.Violation;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Fault;
import dev.broadsheet.rig.plan.FaultPlan;
import dev.broadsheet.rig.process.FleetOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Runs a pipeline, puts input in, does bad things to it by a plan, lets it heal, and checks that
/// nothing was lost, doubled or left stale.
public final class ChaosRun {
  private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(100);
  private static final Duration SUPERVISE_EVERY = Duration.ofMillis(500);
  private static final int MOST_WARM_PAGES = 20;

  private final ChaosOptions options;
  private final FaultPlan plan;
  private final PrintWriter out;
  private final Trial trial;
  private final long start = System.nanoTime();
  private final List<Violation> violations = new ArrayList<>();
  private final List<CompletableFuture<Recovery>> recoveries = new ArrayList<>();

  private ChaosRun(ChaosOptions options, FaultPlan plan, Trial trial) {
    this.options = options;
    this.plan = plan;
    this.out = options.out();
    this.trial = trial;
  }

  /// Runs a plan drawn from the options' seed, and prints plan and report.
  public static Report run(ChaosOptions options) {
    FaultPlan plan = FaultPlan.of(options.seed(), options.mix());
    options.out().println(plan);
    options.out().flush();
    var volume = options.volume();
    var generator =
        new PageGenerator(options.seed(), volume.fewestArticles(), volume.mostArticles());
    var fleet = FleetOptions.of(options.folder()).withInstances(options.mix().instances());
    try (Trial trial = Trial.start(options.seed(), generator, fleet)) {
      var run = new ChaosRun(options, plan, trial);
      run.run();
      Report report = run.report();
      report.print(options.out());
      return report;
    }
  }

  private void run() {
    int steps = plan.steps().size();
    int pages = options.volume().pages();
    int warm = Math.min(pages / 10, MOST_WARM_PAGES);
    trial.feeder().offer(warm);
    violations.addAll(trial.settle());
    for (int i = 0; i < steps; i++) {
      int due = warm + (int) ((long) (pages - warm) * (i + 1) / steps);
      step(plan.steps().get(i), due - trial.feeder().offered(), i + 1);
    }
    trial.feeder().offer(pages - trial.feeder().offered());
    trial.feeder().offerRemainingPoison();
    say("All is offered; waiting until all is done");
    violations.addAll(trial.check());
    violations.addAll(trial.checkResources());
    say("Checked; restarting the node, then doing everything again from the beginning");
    violations.addAll(trial.replay());
    violations.addAll(trial.stopStages());
  }

  private void step(FaultPlan.Step step, int pages, int number) {
    say("%4d  %s".formatted(number, step));
    trial.feeder().offer(pages / 2);
    sleep(step.lead());
    trial.supervise();
    var recovery = trial.disturb(step.fault(), step.overlapping(), pages - pages / 2);
    recoveries.add(recovery);
    if (!step.overlapping()) {
      await(recovery);
    }
  }

  private void say(String what) {
    out.printf("%5d s  %s%n", Duration.ofNanos(System.nanoTime() - start).toSeconds(), what);
    out.flush();
  }

  /// Waits for a recovery and keeps the stages running meanwhile.
  private Recovery await(CompletableFuture<Recovery> recovery) {
    recovery.orTimeout(RECOVERY_LIMIT.toSeconds(), TimeUnit.SECONDS);
    while (!recovery.isDone()) {
      trial.supervise();
      sleep(SUPERVISE_EVERY);
    }
    return recovery.join();
  }

  private Report report() {
    var counts = new LinkedHashMap<String, Long>();
    counts.put("pages", (long) trial.feeder().offered());
    counts.put("issue keys", (long) trial.fates().issues().size());
    counts.put("documents in the index", (long) trial.documents());
    counts.put("dead letters", (long) trial.fates().letters().size());
    counts.put("dead letters repeated by the sink", (long) trial.repeatedLetters());
    counts.put("files refused", (long) trial.fates().refusals().size());
    counts.put("kills", (long) plan.kills());
    for (Component component : Component.values()) {
      long kills =
          plan.steps().stream()
              .filter(s -> s.fault() instanceof Fault.Kill && s.fault().component() == component)
              .count();
      counts.put("kills of " + component.word(), kills);
    }
    counts.put("starts tried again", (long) trial.fleet().retriedStarts());
    counts.put("stages that ended by themselves", (long) trial.ended().size());
    counts.put("looks at offsets", trial.groups().samples());
    var done = recoveries.stream().map(this::await).toList();
    var time = Duration.ofNanos(System.nanoTime() - start);
    return new Report(plan, counts, done, violations, time);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
