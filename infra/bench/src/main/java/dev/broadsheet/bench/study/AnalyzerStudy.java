package dev.broadsheet.bench.study;

import dev.broadsheet.bench.run.BenchOptions;
import dev.broadsheet.bench.run.Site;
import dev.broadsheet.contract.Article;
import dev.broadsheet.enrich.name.NameLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Compares ways to cut Chinese text for the index: what searches find, and what it costs in space
/// and processor time.
public final class AnalyzerStudy {
  private static final int PAGES = 1_000;
  private static final int PAGES_OF_A_LOOK = 40;
  private static final int ROUNDS = 3;

  /// How often all is asked to learn what a search costs, after once that warms up.
  private static final int ASKED = 5;

  private static final List<Analysis> ANALYSES =
      List.of(Analysis.UNIGRAMS, Analysis.BIGRAMS, Analysis.MIX);

  private AnalyzerStudy() {}

  /// Runs it.
  ///
  /// @return the Markdown table of what came out
  public static String run(BenchOptions options) throws InterruptedException {
    int pages = options.size().quick() ? PAGES_OF_A_LOOK : PAGES;
    List<Article> articles = StudyDocuments.of(options.samples(), pages);
    List<Question> questions = Question.of(articles, NameLists.load().segmenter());
    List<byte[]> bodies = StudyIndex.bodies(articles);
    try (Site site = Site.start(options)) {
      Map<Analysis, StudyIndex> indices = new LinkedHashMap<>();
      ANALYSES.forEach(
          each -> indices.put(each, new StudyIndex(site.stack().elasticsearchUrl(), each)));
      Map<Analysis, Double> loading = loading(site, indices, bodies);
      Map<Analysis, Long> sizes = new LinkedHashMap<>();
      indices.forEach((analysis, index) -> sizes.put(analysis, index.mergedBytes()));
      var out = new StringBuilder(head(articles.size(), questions.size()));
      asking(site, indices, questions)
          .forEach(
              (way, milliseconds) ->
                  out.append(
                      "| %s | %s | %s | %.2f | %.1f | %.3f |%n"
                          .formatted(
                              way.analysis().name(),
                              way.search().label(),
                              found(way, questions),
                              milliseconds,
                              sizes.getOrDefault(way.analysis(), 0L) / 1e6,
                              loading.getOrDefault(way.analysis(), 0.0)
                                  * 1_000
                                  / articles.size())));
      return out.toString();
    }
  }

  private static String head(int articles, int questions) {
    return "%,d articles, %d questions%n%n| analysis | search | ".formatted(articles, questions)
        + String.join(" | ", Question.KINDS)
        + " | CPU ms a search | MB on disk | CPU s per 1,000 articles |\n|---|---|"
        + "---|".repeat(Question.KINDS.size() + 3)
        + "\n";
  }

  private static String found(Way way, List<Question> questions) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    Question.KINDS.forEach(kind -> tallies.put(kind, new Tally()));
    for (Question question : questions) {
      tallies
          .computeIfAbsent(question.kind(), _ -> new Tally())
          .add(
              question.answers(),
              way.index().search(way.search(), question.words(), StudyIndex.ALL));
    }
    return tallies.values().stream().map(Tally::cell).collect(Collectors.joining(" | "));
  }

  /// One way to search one index.
  private record Way(Analysis analysis, StudyIndex index, Search search) {}

  /// Milliseconds of the node's processor time for a search that shows a first page, the least of
  /// some rounds. In each round all ways have their turn, so that none is measured colder.
  private static Map<Way, Double> asking(
      Site site, Map<Analysis, StudyIndex> indices, List<Question> questions) {
    List<Way> ways = new ArrayList<>();
    indices.forEach(
        (analysis, index) -> {
          for (Search search : Search.values()) {
            ways.add(new Way(analysis, index, search));
          }
        });
    Map<Way, Double> cost = new LinkedHashMap<>();
    for (int i = 0; i <= ASKED; i++) {
      for (Way way : ways) {
        double before = nodeSeconds(site);
        questions.forEach(q -> way.index().search(way.search(), q.words(), Tally.FIRST));
        double taken = (nodeSeconds(site) - before) * 1e3 / questions.size();
        if (i > 0) {
          cost.merge(way, taken, Math::min);
        }
      }
    }
    return cost;
  }

  /// Processor time of the node for one load, the least of some rounds after one that warms it up.
  private static Map<Analysis, Double> loading(
      Site site, Map<Analysis, StudyIndex> indices, List<byte[]> bodies)
      throws InterruptedException {
    Map<Analysis, Double> least = new LinkedHashMap<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (Map.Entry<Analysis, StudyIndex> entry : indices.entrySet()) {
        entry.getValue().create();
        double before = nodeSeconds(site);
        entry.getValue().load(bodies);
        double taken = nodeSeconds(site) - before;
        if (round > 0) {
          least.merge(entry.getKey(), taken, Math::min);
        }
      }
    }
    return least;
  }

  private static double nodeSeconds(Site site) {
    return site.look().cpu().getOrDefault("node", 0.0);
  }
}
