package dev.broadsheet.bench.run;

import java.util.List;
import java.util.Map;

/// What a run of the bench has found. Its JSON is what scripts read.
///
/// @param input what was loaded
/// @param machine where
/// @param seconds that the run took
/// @param readySeconds from the start of each stage until it was ready
/// @param heaps of the stages, in the pipeline's rounds
/// @param pipeline the three stages side by side
/// @param ways the sink and what it is held against, each loading the same documents
/// @param bulk the bulk requests that load most
/// @param steady issues that come one by one
/// @param ratios what is promised, by name
/// @param bars what each ratio or time should be, and whether it is
public record BenchReport(
    Input input,
    Machine machine,
    double seconds,
    Map<String, Double> readySeconds,
    Map<String, Heap> heaps,
    Load pipeline,
    Map<String, Load> ways,
    BulkRequests bulk,
    Steady steady,
    Map<String, Double> ratios,
    List<Bar> bars) {
  /// What was loaded in a round.
  public record Input(
      int pages, double pageMegabytes, long documents, double documentMegabytes, int rounds) {}

  /// The machine, and what others did on it in the measured time.
  ///
  /// @param othersShare processor time of other processes, as a share of all processors
  /// @param stolenShare the same that the host of a virtual machine kept
  public record Machine(
      int processors,
      String jvm,
      double loadBefore,
      double loadAfter,
      double othersShare,
      double stolenShare) {}

  /// One way to load, over the rounds.
  ///
  /// @param articlesPerSecond until all are searchable and merged
  /// @param acknowledgedPerSecond until the last is indexed, for comparison only
  /// @param megabytesPerSecond of documents
  /// @param cpuSecondsPerThousand processor time of each process for 1,000 articles
  /// @param peakMegabytes largest memory of each process
  public record Load(
      Median articlesPerSecond,
      Median acknowledgedPerSecond,
      double megabytesPerSecond,
      double issuesPerSecond,
      Map<String, Median> cpuSecondsPerThousand,
      Map<String, Long> peakMegabytes) {}

  /// The heap of a stage.
  ///
  /// @param limitMegabytes that it is started with
  /// @param largestMegabytes that it ever had room for
  /// @param liveMegabytes in use after a collection, at the end of each round
  public record Heap(long limitMegabytes, long largestMegabytes, List<Long> liveMegabytes) {
    public Heap {
      liveMegabytes = List.copyOf(liveMegabytes);
    }
  }

  /// The raw bulk requests.
  public record BulkRequests(int bytes, int inFlight) {}

  /// Issues one by one.
  public record Steady(
      int issuesPerSecond, int issues, double medianMs, double ninetyNinthMs, double mostMs) {}

  /// What should be.
  ///
  /// @param least whether `bound` is the least that is good; else the most
  public record Bar(String name, double value, boolean least, double bound) {
    public boolean isMet() {
      return least ? value >= bound : value <= bound;
    }
  }
}
