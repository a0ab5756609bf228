package dev.broadsheet.room.state;

import dev.broadsheet.contract.Unreachable;
import java.util.List;

/// How far the pipeline is. Whoever runs the room knows where Kafka is.
public interface Pipeline {
  /// Records that the stages are behind.
  ///
  /// @param enrich issues that are not taken apart yet
  /// @param sink articles that are not indexed yet
  record Lag(long enrich, long sink) {}

  /// Open dead letters of one kind.
  ///
  /// @param stage `enrich` or `sink`
  /// @param reason code of the reason
  record Letters(String stage, String reason, long count) {}

  /// Asks how far the stages are behind.
  ///
  /// @throws Unreachable when Kafka does not answer
  Lag lag();

  /// Counts the open dead letters. It may read whole topics, and is asked seldom.
  ///
  /// @throws Unreachable when Kafka does not answer
  List<Letters> letters();
}
