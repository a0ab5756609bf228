package dev.broadsheet.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Measures the core and prints what the README shows: the parts for an article, the whole against
/// the size of the page, and the memory of the models.
public final class CoreReport {
  private static final List<String> WHOLE = List.of("everything", "withoutNames");
  private static final List<String> PARTS =
      List.of("split", "dates", "bylines", "words", "names", "subjects", "genres", "fingerprints");

  /// Seconds until the compiler has nothing left to do: the whole core has much more code than one
  /// of its parts, and gets faster over its first hundred thousand articles.
  private static final int WARM_UP_WHOLE = 40;

  private static final int WARM_UP_GROWTH = 20;
  private static final int WARM_UP_PART = 10;

  /// Seconds.
  private static final int ITERATION = 2;

  private CoreReport() {}

  /// Runs all benchmarks, ten minutes on a free processor; `--quick` for a first look.
  ///
  /// @throws RunnerException when a benchmark cannot be run
  public static void main(String[] args) throws RunnerException {
    long heap = ModelHeap.bytes();
    boolean quick = args.length > 0 && args[0].equals("--quick");
    Map<String, Double> parts = nanos(methods(WHOLE), quick ? 0 : WARM_UP_WHOLE, "");
    parts.putAll(nanos(methods(PARTS), quick ? 0 : WARM_UP_PART, ""));
    Map<String, Double> growth =
        nanos("\\bGrowthBenchmark\\b", quick ? 0 : WARM_UP_GROWTH, "kilobytes");
    printParts(parts);
    printGrowth(growth);
    System.out.printf("%nHeap of the loaded models: %.1f MB%n", heap / 1048576.0);
  }

  /// The pattern of the benchmarks of some parts.
  private static String methods(List<String> parts) {
    return "\\bCoreBenchmark\\.(%s)$".formatted(String.join("|", parts));
  }

  private static void printParts(Map<String, Double> nanos) {
    int characters = Corpus.pages().stream().mapToInt(String::length).sum();
    double articles = Corpus.ARTICLES_A_PAGE;
    System.out.printf(
        "%nProcessor time of one core, warm; %d pages of %d articles, %d characters an article%n%n",
        Corpus.PAGES, Corpus.ARTICLES_A_PAGE, characters / (Corpus.PAGES * Corpus.ARTICLES_A_PAGE));
    System.out.println("| part | µs an article | million characters a second |");
    System.out.println("|---|---|---|");
    nanos.forEach(
        (part, page) ->
            System.out.printf(
                "| %s | %.1f | %.1f |%n",
                part, page / 1000 / articles, characters / (double) Corpus.PAGES / page * 1000));
  }

  private static void printGrowth(Map<String, Double> nanos) {
    System.out.printf("%n| page | µs | µs a KB |%n|---|---|---|%n");
    nanos.forEach(
        (kilobytes, page) ->
            System.out.printf(
                "| %s KB | %.0f | %.1f |%n",
                kilobytes, page / 1000, page / 1000 / Integer.parseInt(kilobytes)));
  }

  /// Nanoseconds of processor time a call, by method or by parameter.
  ///
  /// @param warmUp seconds; 0 for a first look
  private static Map<String, Double> nanos(String benchmarks, int warmUp, String parameter)
      throws RunnerException {
    Map<String, Double> nanos = new LinkedHashMap<>();
    for (RunResult result : run(benchmarks, warmUp)) {
      String key =
          parameter.isEmpty()
              ? result.getPrimaryResult().getLabel()
              : result.getParams().getParam(parameter);
      nanos.put(key, counter(result, "nanos") / counter(result, "calls"));
    }
    return nanos;
  }

  private static double counter(RunResult result, String name) {
    return Objects.requireNonNull(result.getSecondaryResults().get(name), name).getScore();
  }

  private static Collection<RunResult> run(String benchmarks, int warmUp) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(benchmarks)
            .forks(1)
            .warmupIterations(warmUp == 0 ? 2 : warmUp / ITERATION)
            .warmupTime(TimeValue.seconds(ITERATION))
            .measurementIterations(warmUp == 0 ? 2 : 5)
            .measurementTime(TimeValue.seconds(ITERATION))
            .jvmArgs("-XX:+UseSerialGC", "-Xmx768m", "-Dfile.encoding=UTF-8");
    return new Runner(options.build()).run();
  }
}
