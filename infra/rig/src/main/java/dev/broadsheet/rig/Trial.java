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
import dev.broadsheet.rig.plan.Fault;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.Fleet;
import dev.broadsheet.rig.process.FleetOptions;
import dev.broadsheet.rig.proxy.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/// A pipeline on trial: it runs, input is offered to it, faults are done to it, and it is held
/// against what had to become of its input, as often as wanted.
///
/// For one thread.
public final class Trial implements AutoCloseable {
  private static final Duration QUIET_LIMIT = Duration.ofMinutes(6);
  private static final String SEARCHED = "broadsheet-articles";
  private static final String WRITTEN = "broadsheet-articles-write";

  private final Topics topics = new Topics("broadsheet");
  private final IssueEnricher core = IssueEnricher.load();
  private final Fleet fleet;
  private final Admin admin;
  private final TopicWatch topicWatch;
  private final GroupWatch groupWatch;
  private final Quiet quiet;
  private final PipelineDoor door;
  private final ExpectedFates fates;
  private final Feeder feeder;
  private final FaultRunner faults;
  private @Nullable Resources resources;
  private int repeatedLetters;

  private Trial(long seed, PageGenerator generator, Fleet fleet) {
    this.fleet = fleet;
    this.admin = fleet.newAdmin();
    this.topicWatch = TopicWatch.start(fleet.bootstrap(), topics);
    this.groupWatch =
        GroupWatch.start(admin, List.of(Quiet.enrichGroup(topics), Quiet.sinkGroup(topics)));
    this.quiet = new Quiet(admin, topicWatch, groupWatch, topics);
    this.faults = new FaultRunner(fleet);
    this.door = new PipelineDoor(fleet, topicWatch, faults::superviseStages);
    this.fates = ExpectedFates.writingTo(fleet.folder().resolve("fates.jsonl"));
    this.feeder =
        new Feeder(
            seed,
            generator,
            new Feeder.Place(
                fates,
                new Inbox(Fleet.inbox(fleet.folder()), fates),
                door,
                topics,
                fleet.bootstrap(),
                core));
  }

  /// Starts a pipeline and what watches it.
  ///
  /// @param seed of the inputs
  public static Trial start(long seed, PageGenerator generator, FleetOptions options) {
    Fleet fleet = Fleet.start(options);
    try {
      return new Trial(seed, generator, fleet);
    } catch (RuntimeException e) {
      fleet.close();
      throw e;
    }
  }

  /// The processes.
  public Fleet fleet() {
    return fleet;
  }

  /// Offers inputs.
  public Feeder feeder() {
    return feeder;
  }

  /// What must become of the inputs.
  public ExpectedFates fates() {
    return fates;
  }

  /// What is in the topics.
  public TopicWatch topics() {
    return topicWatch;
  }

  /// How far the consumer groups are.
  public GroupWatch groups() {
    return groupWatch;
  }

  /// A client of the broker past the proxy.
  public Admin admin() {
    return admin;
  }

  /// Does a fault; it heals by itself. With the pages that are offered right after it, the pipeline
  /// has something to come back for.
  ///
  /// @return how the pipeline comes back, when it has
  public CompletableFuture<Recovery> disturb(Fault fault, boolean overlapping, int pages) {
    faults.begin(fault);
    var watch = new RecoveryWatch(fault, topicWatch, groupWatch, topics);
    var recovery = new CompletableFuture<Recovery>();
    Thread.ofVirtual()
        .name("recovery")
        .start(
            () -> {
              try {
                var times = watch.run();
                recovery.complete(new Recovery(fault, overlapping, times.first(), times.whole()));
              } catch (InterruptedException | RuntimeException e) {
                recovery.completeExceptionally(e);
              }
            });
    feeder.offer(pages);
    watch.inputOffered();
    return recovery;
  }

  /// Kills a stage at the next such point of its conversations, before the bytes that tell of it go
  /// on (those of a request never do), and starts it again.
  ///
  /// @return done when it is ready again
  public CompletableFuture<Void> killAt(Victim victim, Predicate<Moment> point) {
    return KillAtMoment.arm(fleet, faults, victim, point);
  }

  /// Starts stages that have ended by themselves, as a supervisor would. Everything that waits here
  /// does so as well.
  public void supervise() {
    faults.superviseStages();
  }

  /// Stages that had ended by themselves and were started again.
  public List<Victim> ended() {
    return faults.ended();
  }

  /// Waits until all that was done is healed, all input is through the door and both stages have
  /// nothing left to do.
  ///
  /// @return what did not come to an end
  public List<Violation> settle() {
    var violations = new ArrayList<Violation>();
    var failures = new ArrayList<>(faults.awaitHealed());
    supervise();
    failures.addAll(faults.awaitHealed());
    failures.forEach(f -> violations.add(new Violation("I9 no hang", "restart", f)));
    fates
        .issues()
        .forEach(
            (key, list) -> {
              if (!key.startsWith("direct/")) {
                door.awaitTaken(key, list.getLast().revision());
              }
            });
    if (!quiet.await(QUIET_LIMIT, faults::superviseStages)) {
      violations.add(
          new Violation("I9 no hang", "pipeline", "has work left after %s".formatted(QUIET_LIMIT)));
    }
    if (resources == null) {
      resources = new Resources(fleet);
    }
    return violations;
  }

  /// Settles, and holds everything against what had to become of the input.
  public List<Violation> check() {
    var violations = new ArrayList<>(settle());
    violations.addAll(InvariantChecker.openTransactions(quiet));
    var checker = new InvariantChecker(fates, topicWatch, groupWatch);
    violations.addAll(
        checker.check(
            ExpectedIndex.of(fates, core),
            snapshot(WRITTEN),
            snapshot(SEARCHED),
            Fleet.inbox(fleet.folder())));
    violations.addAll(
        InvariantChecker.leaks(fleet.folder().resolve("log"), PageGenerator.phrases()));
    repeatedLetters = checker.repeatedLetters();
    return violations;
  }

  /// What the stages take of the machine, against what they took when they were settled first.
  public List<Violation> checkResources() {
    return resources == null ? List.of() : resources.compare();
  }

  /// Restarts the node and runs everything again from the beginning; nothing may change. After this
  /// the topics hold what was made twice, so [#check] has no meaning any more.
  public List<Violation> replay() {
    IndexSnapshot before = snapshot(WRITTEN);
    var violations =
        new ArrayList<>(
            new Replay(fleet, admin, groupWatch, topics)
                .run(quiet, QUIET_LIMIT, faults::superviseStages));
    violations.addAll(Replay.compare(before, snapshot(WRITTEN)));
    return violations;
  }

  /// Ends the stages in order, each within half a minute, and reads their last totals.
  public List<Violation> stopStages() {
    return OrderlyEnd.of(fleet);
  }

  /// Documents that the index must hold, withdrawn ones included.
  public int documents() {
    return ExpectedIndex.of(fates, core).documents().size();
  }

  /// Dead letters that the sink wrote again after a kill, as of the last check.
  public int repeatedLetters() {
    return repeatedLetters;
  }

  @Override
  public void close() {
    faults.awaitHealed();
    feeder.close();
    groupWatch.close();
    topicWatch.close();
    admin.close(Duration.ofSeconds(5));
    fates.close();
    fleet.close();
  }

  private IndexSnapshot snapshot(String alias) {
    try {
      return IndexSnapshot.read(fleet.elasticsearch(), alias);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
