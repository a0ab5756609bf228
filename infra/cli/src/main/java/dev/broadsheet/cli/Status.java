package dev.broadsheet.cli;

import dev.broadsheet.room.search.Pages;
import dev.broadsheet.room.state.Pipeline;
import java.util.List;
import java.util.Map;

/// All that `broadsheet status` shows.
///
/// @param processes name to process id; -1 when it does not run here
/// @param topics name to offsets in use
/// @param lag group to records that it is behind
/// @param flow how they get on
/// @param letters open dead letters by stage and reason
/// @param documents in the index that searches go to
/// @param papers what the index has of each, most articles first
/// @param missing paper to its issues of the last month that were due and are not there
record Status(
    Map<String, Long> processes,
    Map<String, Long> topics,
    Map<String, Long> lag,
    Flow flow,
    List<Pipeline.Letters> letters,
    Documents documents,
    List<Pages.Paper> papers,
    Map<String, List<String>> missing) {

  /// How the stages get on.
  ///
  /// @param partitions in the order of the data's way
  /// @param perSecond pages that ingest and enrich get done, articles that the sink gets done; a
  ///     stage that does not show its metrics here is left out
  record Flow(List<Partition> partitions, Map<String, Double> perSecond) {}

  /// A partition of the topic that a group reads.
  ///
  /// @param committed next offset that the group reads
  /// @param end offset behind the last committed record
  /// @param behind records between them
  record Partition(
      String group, String topic, int partition, long committed, long end, long behind) {}

  /// The index.
  ///
  /// @param live documents that searches see
  /// @param withdrawn documents that they do not
  /// @param bytes on disk, copies among them; -1 when the key may not ask
  record Documents(long live, long withdrawn, long bytes) {}
}
