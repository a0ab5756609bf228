package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.page.MadePage;
import dev.broadsheet.bench.page.PageArticles;
import dev.broadsheet.bench.run.BenchOptions;
import dev.broadsheet.bench.run.Site;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one, two and three instances of `enrich` and `sink` take for the same backlogs on one
/// machine: the price of sharing, not its gain, which takes more machines.
///
/// The issues lie in their topic before the clock starts. Each instance has had as many issues to
/// warm up as the single one.
public final class InstancesStudy {
  private static final int MOST = 3;
  private static final long SEED = 20_250_702;

  private InstancesStudy() {}

  /// Issues of one round.
  private record Round(List<MadePage> issues, long articles) {}

  /// Runs it.
  ///
  /// @param options its pages are the issues of a round, its rounds those that are measured
  /// @return the Markdown table of what came out
  public static String run(BenchOptions options) throws InterruptedException {
    List<Round> rounds = rounds(options, MOST + options.size().rounds());
    Map<Integer, List<Stretch>> found = new LinkedHashMap<>();
    try (Site site = Site.start(options);
        var backlog = new Backlog(site.stack().bootstrapServers())) {
      for (int instances = 1; instances <= MOST; instances++) {
        try (var team = Team.start(site, instances)) {
          // The measured rounds are the same ones for every team.
          List<Stretch> all =
              work(
                  team,
                  backlog,
                  rounds.subList(MOST - instances, rounds.size()),
                  options.progress());
          found.put(instances, List.copyOf(all.subList(instances, all.size())));
        }
      }
    }
    return InstancesTable.of(found);
  }

  private static List<Stretch> work(
      Team team, Backlog backlog, List<Round> rounds, PrintWriter progress)
      throws InterruptedException {
    List<Stretch> all = new ArrayList<>();
    for (Round round : rounds) {
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

  private static List<Round> rounds(BenchOptions options, int count) {
    var pages = new FreshPages("instances", options.samples(), SEED);
    List<Round> rounds = new ArrayList<>();
    var core = new PageArticles();
    int block = 0;
    while (rounds.size() < count) {
      List<MadePage> issues = new ArrayList<>();
      while (issues.size() < options.size().pages()) {
        issues.addAll(pages.block(block++));
      }
      List<MadePage> taken = List.copyOf(issues.subList(0, options.size().pages()));
      rounds.add(new Round(taken, core.of(taken).size()));
    }
    return rounds;
  }
}
