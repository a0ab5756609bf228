package dev.broadsheet.cli;

import dev.broadsheet.cli.calendar.IssuesOfPaper;
import dev.broadsheet.cli.calendar.Quiet;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.calendar.PaperPlan;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Papers that have gone quiet, as meters. The index is asked every few minutes, and more often
/// while it knows no paper, by a thread of its own: a start anew or a missed record forgets
/// nothing.
final class PaperMeters implements MeterBinder, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PaperMeters.class);
  private static final Duration LOOK_EVERY = Duration.ofMinutes(5);
  private static final Duration TICK = Duration.ofSeconds(5);

  /// Names of papers come out of documents, and each is a series of its own.
  private static final int MOST_PAPERS = 500;

  private final Settings settings;
  private final int patience;

  /// The ticker's thread only.
  private Instant nextLook = Instant.MIN;

  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("papers").unstarted(task));

  PaperMeters(Settings settings) {
    this.settings = settings;
    this.patience = settings.get(PaperOptions.QUIET_DAYS);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    MultiGauge quiet =
        MultiGauge.builder("broadsheet.paper.quiet")
            .description("1 when the issue of a paper that was due last is not there")
            .register(registry);
    MultiGauge age =
        MultiGauge.builder("broadsheet.paper.age")
            .baseUnit("days")
            .description("days since the day of the newest issue of a paper")
            .register(registry);
    ScheduledFuture<?> _ =
        ticker.scheduleWithFixedDelay(
            () -> tick(quiet, age), 0, TICK.toSeconds(), TimeUnit.SECONDS);
  }

  private void tick(MultiGauge quiet, MultiGauge age) {
    Instant now = Clock.systemUTC().instant();
    if (now.isBefore(nextLook)) {
      return;
    }
    boolean known = look(quiet, age);
    nextLook = known ? now.plus(LOOK_EVERY) : now;
  }

  private boolean look(MultiGauge quiet, MultiGauge age) {
    try {
      List<Quiet> papers = read();
      quiet.register(papers.stream().map(q -> Row.of(tags(q), q.quiet() ? 1 : 0)).toList(), true);
      age.register(papers.stream().map(q -> Row.of(tags(q), q.days())).toList(), true);
      return !papers.isEmpty();
    } catch (RuntimeException e) {
      // The outermost frame of this thread: one failure must not end the looking.
      log.atWarn().addKeyValue("reason", e.getMessage()).log("Papers could not be looked at");
      return true;
    }
  }

  private static Tags tags(Quiet paper) {
    return Tags.of("paper", Display.safe(paper.paper()));
  }

  private List<Quiet> read() {
    String alias = settings.get(Settings.INDEX_ALIAS);
    try (var elastic = new Elastic(settings)) {
      return elastic.ask(client -> judge(new IssuesOfPaper(client, alias)));
    }
  }

  private List<Quiet> judge(IssuesOfPaper issues) throws IOException {
    Map<String, PaperPlan> plans = new LinkedHashMap<>();
    PaperOptions.all(settings).forEach(plan -> plans.put(plan.paper(), plan));
    List<String> papers = new ArrayList<>(plans.keySet());
    issues.papers().stream().filter(p -> !plans.containsKey(p)).forEach(papers::add);
    Instant now = Clock.systemUTC().instant();
    List<Quiet> judged = new ArrayList<>();
    for (String paper : papers.subList(0, Math.min(MOST_PAPERS, papers.size()))) {
      PaperPlan plan = plans.getOrDefault(paper, PaperPlan.unknown(paper));
      var seen = issues.read(plan, Quiet.stretch(plan, now));
      (plans.containsKey(paper)
              ? Quiet.byPlan(plan, seen, now)
              : Quiet.byHabit(plan, seen, now, patience))
          .ifPresent(judged::add);
    }
    return judged;
  }

  @Override
  public void close() {
    ticker.shutdownNow();
  }
}
