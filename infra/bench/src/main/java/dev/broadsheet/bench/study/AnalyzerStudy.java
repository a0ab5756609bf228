package dev.broadsheet.bench.study;

import dev.broadsheet.bench.run.BenchOptions;
import dev.broadsheet.bench.run.Site;
import dev.broadsheet.contract.Article;
import dev.broadsheet.enrich.name.NameLists;
import java.util.EnumMap;
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
    var out = new StringBuilder();
    out.append("%,d articles, %d questions%n%n".formatted(articles.size(), questions.size()));
    out.append("| analysis | search | ").append(String.join(" | ", Question.KINDS));
    out.append(" | CPU ms a search | MB on disk | CPU s per 1,000 articles |\n");
    out.append("|---|---|").append("---|".repeat(Question.KINDS.size() + 3)).append('\n');
    try (Site site = Site.start(options)) {
      Map<Analysis, Double> cpu = loading(site, bodies);
      for (Analysis analysis : ANALYSES) {
        var index = new StudyIndex(site.stack().elasticsearchUrl(), analysis);
        double megabytes = index.mergedBytes() / 1e6;
        double seconds = cpu.getOrDefault(analysis, 0.0) * 1_000 / articles.size();
        asking(site, index, questions)
            .forEach(
                (search, milliseconds) ->
                    out.append(
                        "| %s | %s | %s | %.2f | %.1f | %.3f |%n"
                            .formatted(
                                analysis.name(),
                                search.label(),
                                found(index, search, questions),
                                milliseconds,
                                megabytes,
                                seconds)));
      }
    }
    return out.toString();
  }

  private static String found(StudyIndex index, Search search, List<Question> questions) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    Question.KINDS.forEach(kind -> tallies.put(kind, new Tally()));
    for (Question question : questions) {
      tallies
          .computeIfAbsent(question.kind(), _ -> new Tally())
          .add(question.answers(), index.search(search, question.words(), StudyIndex.ALL));
    }
    return tallies.values().stream().map(Tally::cell).collect(Collectors.joining(" | "));
  }

  /// Milliseconds of the node's processor time for a search of each kind that shows a first page.
  private static Map<Search, Double> asking(Site site, StudyIndex index, List<Question> questions) {
    Map<Search, Double> cost = new EnumMap<>(Search.class);
    for (int i = 0; i <= ASKED; i++) {
      for (Search search : Search.values()) {
        double before = nodeSeconds(site);
        questions.forEach(q -> index.search(search, q.words(), Tally.FIRST));
        double taken = (nodeSeconds(site) - before) * 1e3 / questions.size();
        if (i > 0) {
          cost.merge(search, taken, Math::min);
        }
      }
    }
    return cost;
  }

  /// Processor time of the node for one load, the least of some rounds after one that warms it up.
  private static Map<Analysis, Double> loading(Site site, List<byte[]> bodies)
      throws InterruptedException {
    Map<Analysis, Double> least = new LinkedHashMap<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (Analysis analysis : ANALYSES) {
        var index = new StudyIndex(site.stack().elasticsearchUrl(), analysis);
        index.create();
        double before = nodeSeconds(site);
        index.load(bodies);
        double taken = nodeSeconds(site) - before;
        if (round > 0) {
          least.merge(analysis, taken, Math::min);
        }
      }
    }
    return least;
  }

  private static double nodeSeconds(Site site) {
    return site.look().cpu().getOrDefault("node", 0.0);
  }
}
