package dev.broadsheet.ingest.topic;

/// What was done about a topic.
///
/// @param message for people, one line
public record TopicStep(String topic, Kind kind, String message) {
  /// What was done.
  public enum Kind {
    CREATED,
    /// A setting was not as it should be, and is now.
    REPAIRED,
    UNCHANGED,
    /// Something is not as it should be and is left alone.
    WARNED
  }
}
