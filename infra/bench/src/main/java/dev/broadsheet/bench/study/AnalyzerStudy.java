package dev.broadsheet.bench.study;

import dev.broadsheet.contract.Article;
import dev.broadsheet.enrich.name.NameLists;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compares ways to cut Chinese text for the index: what searches find, and what it costs in space
/// and processor time. Prints a Markdown table.
public final class AnalyzerStudy {
  private static final int PAGES = 1_000;
  private static final int ROUNDS = 3;
  private static final List<Analysis> ANALYSES =
      List.of(Analysis.UNIGRAMS, Analysis.BIGRAMS, Analysis.MIX);

  /// As readers type words, and as a phrase.
  private static final Map<String, String> KINDS =
      Map.of("match", "as typed", "match_phrase", "as a phrase");

  private AnalyzerStudy() {}

  /// Runs it, in a folder of its own.
  ///
  /// @param args folder with pages whose vocabulary is used; folder for the servers
  public static void main(String[] args) throws IOException {
    List<Article> articles = StudyDocuments.of(texts(Path.of(args[0])), PAGES);
    List<Question> questions = Question.of(articles, NameLists.load().segmenter());
    List<byte[]> bodies = StudyIndex.bodies(articles);
    try (Stack stack = Stack.start(StackConfig.of(Path.of(args[1])).withFullSpeed());
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8)) {
      out.printf("%,d articles, %d questions%n%n", articles.size(), questions.size());
      out.println(
          "| analysis | search | "
              + String.join(" | ", Question.KINDS)
              + " | MB on disk | node's CPU s per 1,000 |");
      out.println("|---|---|" + "---|".repeat(Question.KINDS.size() + 2));
      Map<Analysis, Double> cpu = cpu(stack, bodies);
      for (Analysis analysis : ANALYSES) {
        double seconds = cpu.getOrDefault(analysis, 0.0) * 1_000 / articles.size();
        rows(out, new StudyIndex(stack.elasticsearchUrl(), analysis), analysis, questions, seconds);
      }
    }
  }

  private static void rows(
      PrintStream out, StudyIndex index, Analysis analysis, List<Question> questions, double cpu) {
    double megabytes = index.mergedBytes() / 1e6;
    KINDS.forEach(
        (kind, label) -> {
          Map<String, Tally> tallies = new LinkedHashMap<>();
          Question.KINDS.forEach(k -> tallies.put(k, new Tally()));
          for (Question question : questions) {
            tallies
                .computeIfAbsent(question.kind(), _ -> new Tally())
                .add(question.answers(), index.search(kind, question.words()));
          }
          List<String> cells = tallies.values().stream().map(Tally::cell).toList();
          out.printf(
              "| %s | %s | %s | %.1f | %.3f |%n",
              analysis.name(), label, String.join(" | ", cells), megabytes, cpu);
        });
  }

  /// Processor time of the node for one load, the least of some rounds after one that warms it up.
  private static Map<Analysis, Double> cpu(Stack stack, List<byte[]> bodies) {
    Map<Analysis, Double> least = new LinkedHashMap<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (Analysis analysis : ANALYSES) {
        var index = new StudyIndex(stack.elasticsearchUrl(), analysis);
        index.create();
        double before = cpuSeconds(stack.node().pid());
        index.load(bodies);
        double taken = cpuSeconds(stack.node().pid()) - before;
        if (round > 0) {
          least.merge(analysis, taken, Math::min);
        }
      }
    }
    return least;
  }

  private static double cpuSeconds(long pid) {
    return ProcessHandle.of(pid)
            .flatMap(process -> process.info().totalCpuDuration())
            .orElse(Duration.ZERO)
            .toMillis()
        / 1e3;
  }

  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }
}
