package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.load.Backlog;
import dev.broadsheet.bench.page.MadePage;
import dev.broadsheet.bench.page.PageArticles;
import dev.broadsheet.bench.run.BenchOptions;
import dev.broadsheet.bench.run.Site;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/// What one, two and three instances of `enrich` and `sink` take for the same backlogs on one
/// machine: the price of sharing, not its gain, which takes more machines.
///
/// The issues lie in their topic before the clock starts. Every instance gets as many in a round,
/// whatever their number: a Java machine that has worked less costs more, and that is not what is
/// asked here.
public final class InstancesStudy {
  private static final int MOST = 3;
  private static final long SEED = 20_250_702;

  private InstancesStudy() {}

  /// Issues for one instance.
  private record Share(List<MadePage> issues, long articles) {
    Share with(Share other) {
      List<MadePage> both = new ArrayList<>(issues);
      both.addAll(other.issues);
      return new Share(both, articles + other.articles);
    }
  }

  /// Runs it.
  ///
  /// @param options of half its pages each instance gets a backlog in each round; its rounds are
  ///     those that are measured, after one that is not
  /// @return the Markdown table of what came out
  public static String run(BenchOptions options) throws InterruptedException {
    int rounds = 1 + options.size().rounds();
    List<Share> shares = shares(options, rounds * MOST);
    Map<Integer, List<Stretch>> found = new LinkedHashMap<>();
    try (Site site = Site.start(options);
        var backlog = new Backlog(site.stack().bootstrapServers(), "bench-backlog")) {
      for (int instances = 1; instances <= MOST; instances++) {
        try (var team = Team.start(site, instances)) {
          List<Share> backlogs = joined(shares.subList(0, rounds * instances), instances);
          List<Stretch> all = work(team, backlog, backlogs, options.progress());
          found.put(instances, List.copyOf(all.subList(1, rounds)));
        }
      }
    }
    return InstancesTable.of(found);
  }

  private static List<Share> joined(List<Share> shares, int instances) {
    return shares.stream()
        .gather(Gatherers.windowFixed(instances))
        .map(window -> window.stream().reduce(Share::with).orElseThrow())
        .toList();
  }

  private static List<Stretch> work(
      Team team, Backlog backlog, List<Share> rounds, PrintWriter progress)
      throws InterruptedException {
    List<Stretch> all = new ArrayList<>();
    for (Share round : rounds) {
      Stretch stretch = team.work(backlog, round.issues(), round.articles());
      all.add(stretch);
      progress.printf(
          "%d instances, round %d: %,.0f articles a second, enrich %.3f, sink %.3f; others %.1f"
              + " s%n",
          team.instances(),
          all.size(),
          stretch.documentsASecond(),
          stretch.cpu(Stretch.ENRICH),
          stretch.cpu(Stretch.SINK),
          stretch.span().others());
      progress.flush();
    }
    return all;
  }

  private static List<Share> shares(BenchOptions options, int count) {
    var pages = new FreshPages("instances", options.samples(), SEED);
    var core = new PageArticles();
    int issues = Math.max(1, options.size().pages() / 2);
    List<Share> shares = new ArrayList<>();
    for (int block = 0; shares.size() < count; ) {
      List<MadePage> made = new ArrayList<>();
      while (made.size() < issues) {
        made.addAll(pages.block(block++));
      }
      List<MadePage> taken = List.copyOf(made.subList(0, issues));
      shares.add(new Share(taken, core.of(taken).size()));
    }
    return shares;
  }
}
