package dev.broadsheet.bench.run;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What to measure.
///
/// @param folder new folder for servers, stages and their logs
/// @param samples pages whose vocabulary the generated ones have
/// @param size how much
/// @param profiles folder for a flight recording of each stage and loader, if any
/// @param progress gets a line for each step
public record BenchOptions(
    Path folder, List<String> samples, Size size, Optional<Path> profiles, PrintWriter progress) {
  public BenchOptions {
    samples = List.copyOf(samples);
  }

  /// How much is measured.
  ///
  /// @param pages of a round
  /// @param rounds of each trial, of which the median counts
  /// @param bulkBytes sizes of bulk requests that are tried to find the best
  /// @param steady how long issues come one by one
  /// @param quick whether the servers start quickly rather than run fast
  public record Size(
      int pages, int rounds, List<Integer> bulkBytes, Duration steady, boolean quick) {
    /// After so many documents a loader takes no longer for the next thousand than for the last.
    private static final int WARM_DOCUMENTS = 60_000;

    /// The same of the stages, which have far more code to compile.
    private static final int WARM_PAGES = 5_000;

    public Size {
      bulkBytes = List.copyOf(bulkBytes);
    }

    /// How many rounds warm the stages, besides one that counts and one that warms the node.
    int bareRounds() {
      return quick ? 0 : Math.clamp(Math.ceilDiv(WARM_PAGES, pages) - 2, 1, 10);
    }

    /// How often each way loads the documents before it is measured.
    int warmRounds(long documents) {
      return quick ? 1 : Math.toIntExact(Math.max(1, Math.ceilDiv(WARM_DOCUMENTS, documents)));
    }

    /// Figures to go by: less than five minutes on two free processors.
    public static Size full() {
      return new Size(
          1_000, 3, List.of(2_000_000, 5_000_000, 10_000_000), Duration.ofSeconds(30), false);
    }

    /// The same with other numbers of pages and rounds.
    public Size with(int otherPages, int otherRounds) {
      return new Size(otherPages, otherRounds, bulkBytes, steady, quick);
    }

    /// A look at whether the bench itself works: cold and short, its figures mean nothing.
    public static Size look() {
      return new Size(30, 1, List.of(5_000_000), Duration.ofSeconds(2), true);
    }
  }
}
