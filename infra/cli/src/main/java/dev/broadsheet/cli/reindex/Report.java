package dev.broadsheet.cli.reindex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reindex did and found.
///
/// @param from index that was live
/// @param to index that was built
/// @param switched whether `to` is live now
/// @param issues that went through the current code
/// @param refused issues that the current code refuses: their articles were carried over as they
///     are
/// @param reissued issues whose number of articles differs: published once more
/// @param lost live articles that Elasticsearch refuses in their new form; nothing is switched then
/// @param differences by article
public record Report(
    String from,
    String to,
    boolean switched,
    long issues,
    long refused,
    long reissued,
    List<String> lost,
    Differences differences) {
  public Report {
    lost = List.copyOf(lost);
  }

  /// The articles that searches see, old against new.
  public record Differences(
      long same, Changes added, Changes gone, Changes headlines, Changes topics) {}

  /// One kind of change.
  ///
  /// @param first a few of them
  public record Changes(long count, List<Change> first) {
    public Changes {
      first = List.copyOf(first);
    }
  }

  /// One article that changes.
  public record Change(String id, @Nullable String before, @Nullable String after) {}
}
