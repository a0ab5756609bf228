package dev.broadsheet.rig;

import dev.broadsheet.contract.Topics;
import dev.broadsheet.enrich.IssueEnricher;
import dev.broadsheet.rig.check.GroupWatch;
import dev.broadsheet.rig.check.InvariantChecker;
import dev.broadsheet.rig.check.Quiet;
import dev.broadsheet.rig.check.TopicWatch;
import dev.broadsheet.rig.check.Violation;
import dev.broadsheet.rig.fate.ExpectedFates;
import dev.broadsheet.rig.fate.ExpectedIndex;
import dev.broadsheet.rig.feed.Feeder;
import dev.broadsheet.rig.feed.Inbox;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Fault;
import dev.broadsheet.rig.plan.FaultPlan;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.Fleet;
import dev.broadsheet.rig.process.FleetOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// Runs a pipeline, puts input in, does bad things to it, lets it heal, and checks that nothing was
/// lost, doubled or left stale.
public final class ChaosRun implements AutoCloseable {
  private static final Duration QUIET_LIMIT = Duration.ofMinutes(6);
  private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(100);

  private final ChaosOptions options;
  private final PrintWriter out;
  private final Topics topics = new Topics("broadsheet");
  private final IssueEnricher core = IssueEnricher.load();
  private final Fleet fleet;
  private final Admin admin;
  private final TopicWatch topicWatch;
  private final GroupWatch groupWatch;
  private final Quiet quiet;
  private final ExpectedFates fates;
  private final Feeder feeder;
  private final FaultRunner faults;
  private final List<Violation> violations = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<CompletableFuture<Recovery>> recoveries = new ArrayList<>();
  private int repeatedLetters;

  private ChaosRun(ChaosOptions options, Fleet fleet) {
    this.options = options;
    this.out = options.out();
    this.fleet = fleet;
    this.admin =
        Admin.create(
            Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                fleet.bootstrap(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                "rig-admin",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                3_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000));
    this.topicWatch = TopicWatch.start(fleet.bootstrap(), topics);
    this.groupWatch =
        GroupWatch.start(admin, List.of(Quiet.enrichGroup(topics), Quiet.sinkGroup(topics)));
    this.quiet = new Quiet(admin, topicWatch, groupWatch, topics);
    this.fates = ExpectedFates.writingTo(fleet.folder().resolve("fates.jsonl"));
    this.feeder = feeder();
    this.faults = new FaultRunner(fleet);
  }

  /// Runs a plan drawn from the options' seed, and prints plan and report.
  public static Report run(ChaosOptions options) {
    FaultPlan plan = FaultPlan.of(options.seed(), options.mix());
    options.out().println(plan);
    options.out().flush();
    long start = System.nanoTime();
    var fleetOptions =
        FleetOptions.of(options.folder())
            .withInstances(options.mix().instances())
            .withSettings(settings());
    try (Fleet fleet = Fleet.start(fleetOptions);
        ChaosRun run = new ChaosRun(options, fleet)) {
      run.run(plan);
      Report report = run.report(plan, Duration.ofNanos(System.nanoTime() - start));
      report.print(options.out());
      return report;
    }
  }

  @Override
  public void close() {
    feeder.close();
    groupWatch.close();
    topicWatch.close();
    admin.close(Duration.ofSeconds(5));
    fates.close();
  }

  /// Looks at the inbox more often than the usual stage does: the run is about faults, not about
  /// waiting for the next walk.
  private static Map<String, String> settings() {
    return Map.of("ingest.settle.ms", "200", "ingest.scan.ms", "500");
  }

  private Feeder feeder() {
    var volume = options.volume();
    var generator =
        new PageGenerator(options.seed(), volume.fewestArticles(), volume.mostArticles());
    var inbox = new Inbox(inbox(), fates);
    var door = new PipelineDoor(fleet, topicWatch);
    return new Feeder(
        options.seed(),
        generator,
        new Feeder.Place(fates, inbox, door, topics, fleet.bootstrap(), core));
  }

  private Path inbox() {
    return Fleet.inbox(fleet.folder());
  }

  private void run(FaultPlan plan) {
    int steps = plan.steps().size();
    int pages = options.volume().pages();
    int warm = Math.min(pages / 10, 20);
    feeder.offer(warm);
    awaitQuiet("before the first fault");
    var resources = new Resources(fleet);
    for (int i = 0; i < steps; i++) {
      int due = warm + (int) ((long) (pages - warm) * (i + 1) / steps);
      step(plan.steps().get(i), due - feeder.offered(), i + 1);
    }
    heal();
    feeder.offer(pages - feeder.offered());
    feeder.offerRemainingPoison();
    awaitQuiet("after the last fault");
    check("after the faults");
    violations.addAll(resources.compare());
    violations.addAll(
        InvariantChecker.leaks(fleet.folder().resolve("log"), PageGenerator.phrases()));
    replay();
    stop();
  }

  private void step(FaultPlan.Step step, int pages, int number) {
    out.printf("%4d  %s%n", number, step);
    out.flush();
    feeder.offer(pages / 2);
    sleep(step.lead());
    faults
        .superviseStages()
        .forEach(v -> notes.add("%s had ended by itself before step %d".formatted(v, number)));
    faults.begin(step.fault());
    var watch = new RecoveryWatch(step.fault(), topicWatch, groupWatch, topics);
    CompletableFuture<Recovery> recovery = watching(step, watch);
    recoveries.add(recovery);
    feeder.offer(pages - pages / 2);
    watch.inputOffered();
    if (!step.overlapping()) {
      await(recovery);
    }
  }

  private static CompletableFuture<Recovery> watching(FaultPlan.Step step, RecoveryWatch watch) {
    var recovery = new CompletableFuture<Recovery>();
    Thread.ofVirtual()
        .name("recovery")
        .start(
            () -> {
              try {
                var times = watch.run();
                recovery.complete(
                    new Recovery(step.fault(), step.overlapping(), times.first(), times.whole()));
              } catch (InterruptedException | RuntimeException e) {
                recovery.completeExceptionally(e);
              }
            });
    return recovery;
  }

  private static Recovery await(CompletableFuture<Recovery> recovery) {
    return recovery.orTimeout(RECOVERY_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }

  private void heal() {
    faults.awaitHealed().forEach(f -> violations.add(new Violation("I9 no hang", "restart", f)));
    faults
        .superviseStages()
        .forEach(v -> notes.add("%s had ended by itself after the last step".formatted(v)));
    faults.awaitHealed().forEach(f -> violations.add(new Violation("I9 no hang", "restart", f)));
  }

  private void awaitQuiet(String when) {
    if (!quiet.await(QUIET_LIMIT)) {
      violations.add(
          new Violation(
              "I9 no hang",
              "pipeline",
              "not done %d s %s".formatted(QUIET_LIMIT.toSeconds(), when)));
    }
  }

  /// The inbox is through the door when the ledger says so; only then quiet means done.
  private void awaitTaken() {
    var door = new PipelineDoor(fleet, topicWatch);
    fates
        .issues()
        .forEach(
            (key, list) -> {
              if (!key.startsWith("direct/")) {
                door.awaitTaken(key, list.getLast().revision());
              }
            });
  }

  private IndexSnapshot check(String when) {
    awaitTaken();
    awaitQuiet(when);
    violations.addAll(InvariantChecker.openTransactions(quiet));
    IndexSnapshot everything = snapshot("broadsheet-articles-write");
    var checker = new InvariantChecker(fates, topicWatch, groupWatch);
    violations.addAll(
        checker.check(
            ExpectedIndex.of(fates, core), everything, snapshot("broadsheet-articles"), inbox()));
    repeatedLetters = checker.repeatedLetters();
    return everything;
  }

  private void replay() {
    IndexSnapshot before = snapshot("broadsheet-articles-write");
    out.println("Restarting the node, then replaying everything from the beginning");
    out.flush();
    violations.addAll(new Replay(fleet, admin, groupWatch, topics).run(quiet, QUIET_LIMIT));
    violations.addAll(Replay.compare(before, snapshot("broadsheet-articles-write")));
  }

  private void stop() {
    for (Victim stage : fleet.stages()) {
      long start = System.nanoTime();
      fleet.process(stage).stop();
      var took = Duration.ofNanos(System.nanoTime() - start);
      if (took.compareTo(Duration.ofSeconds(24)) > 0) {
        violations.add(
            new Violation(
                "I9 no hang", stage.toString(), "did not end in %d s".formatted(took.toSeconds())));
      }
    }
  }

  private Report report(FaultPlan plan, Duration time) {
    var counts = new LinkedHashMap<String, Long>();
    counts.put("pages", (long) feeder.offered());
    counts.put("issue keys", (long) fates.issues().size());
    counts.put("records of issues", topicWatch.count(topics.issues()));
    counts.put("articles in the index", (long) snapshotSize());
    counts.put("records of articles", topicWatch.count(topics.articles()));
    counts.put("dead letters due", (long) fates.letters().size());
    counts.put("dead letters repeated by the sink", (long) repeatedLetters);
    counts.put("files refused", (long) fates.refusals().size());
    for (Component component : Component.values()) {
      long kills =
          plan.steps().stream()
              .filter(s -> s.fault() instanceof Fault.Kill && s.fault().component() == component)
              .count();
      counts.put("kills of " + component.word(), kills);
    }
    counts.put("kills", (long) plan.kills());
    counts.put("starts tried again", (long) fleet.retriedStarts());
    counts.put("looks at offsets", groupWatch.samples());
    var done = recoveries.stream().map(ChaosRun::await).toList();
    return new Report(plan, counts, done, violations, notes, time);
  }

  private int snapshotSize() {
    return ExpectedIndex.of(fates, core).documents().size();
  }

  private IndexSnapshot snapshot(String alias) {
    try {
      return IndexSnapshot.read(fleet.elasticsearch(), alias);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
