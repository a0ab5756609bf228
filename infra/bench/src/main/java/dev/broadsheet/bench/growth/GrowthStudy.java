package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.load.Backlog;
import dev.broadsheet.bench.run.BenchOptions;
import dev.broadsheet.bench.run.Site;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// What an article costs when there are few in the index, and when there are many.
///
/// One index grows from nothing, in long stretches; before and after each, a small index is made
/// anew, so that both are measured in the same hour. All documents come from a topic through the
/// sink; they lie there before the clock starts. A stretch ends when no merge runs: what a large
/// index merges is paid by the stretch in which it does, and that is long enough to have its share.
public final class GrowthStudy implements AutoCloseable {
  private static final long SEED = 20_250_701;

  private final GrowthPlan plan;
  private final PrintWriter progress;
  private final long start = System.nanoTime();
  private final Site site;
  private final DocumentMaker maker;
  private final Backlog backlog;
  private final Lane small;
  private final Lane large;

  private GrowthStudy(BenchOptions options, GrowthPlan plan) {
    this.plan = plan;
    this.progress = options.progress();
    this.site = Site.start(options);
    this.maker = new DocumentMaker(new FreshPages("growth", options.samples(), SEED));
    this.backlog = new Backlog(site.stack().bootstrapServers(), "bench-backlog");
    this.small = Lane.start(site, "small");
    this.large = Lane.start(site, "large");
  }

  /// Runs it.
  ///
  /// @return the Markdown table of what came out
  public static String run(BenchOptions options) throws InterruptedException {
    var plan = options.size().quick() ? GrowthPlan.look() : GrowthPlan.full();
    try (var study = new GrowthStudy(options, plan)) {
      return study.measure();
    }
  }

  private String measure() throws InterruptedException {
    List<Document> few = few();
    say("warming up", fresh(few));
    List<Stretch> smalls = new ArrayList<>();
    List<Stretch> larges = new ArrayList<>();
    List<Integer> pairs = new ArrayList<>();
    for (int i = 0; i < plan.steps(); i++) {
      smalls.add(say("small index", fresh(few)));
      larges.add(say("large index", more()));
      pairs.add(maker.pairs());
    }
    smalls.add(say("small index", fresh(few)));
    return GrowthTable.of(smalls, larges, pairs)
        + "%nAll documents were %,.0f MB of JSON.%n".formatted(maker.bytes() / 1e6);
  }

  /// What every small index holds in the end.
  private List<Document> few() throws InterruptedException {
    List<Document> few = new ArrayList<>();
    while (few.size() < 2 * plan.small()) {
      few.add(maker.next());
    }
    maker.rest();
    return few;
  }

  /// Fills a new small index, and measures the second half of it.
  private Stretch fresh(List<Document> few) throws InterruptedException {
    small.filling().empty();
    lay(few.subList(0, plan.small()));
    small.filling().measure(backlog, plan.small());
    lay(few.subList(plan.small(), few.size()));
    return small.filling().measure(backlog, plan.small());
  }

  private void lay(List<Document> documents) {
    documents.forEach(document -> backlog.add(document.to(small.topic())));
    backlog.flush();
  }

  /// Lets the large index grow by a stretch.
  private Stretch more() throws InterruptedException {
    for (int i = 0; i < plan.step(); i++) {
      backlog.add(maker.next().to(large.topic()));
    }
    maker.rest();
    backlog.flush();
    return large.filling().measure(backlog, plan.step());
  }

  private Stretch say(String what, Stretch stretch) {
    progress.printf(
        "%5.0f s  %s, %,d and %,d more: node %.3f, sink %.3f, rewrites %.2f, %,.0f a second;"
            + " others %.1f s%n",
        (System.nanoTime() - start) / 1e9,
        what,
        stretch.before(),
        stretch.documents(),
        stretch.cpu(Stretch.NODE),
        stretch.cpu(Stretch.SINK),
        stretch.rewrites(),
        stretch.documentsASecond(),
        stretch.span().others());
    progress.flush();
    return stretch;
  }

  @Override
  public void close() {
    maker.close();
    backlog.close();
    site.close();
  }
}
