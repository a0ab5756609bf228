package dev.broadsheet.rig.check;

/// Records as they were seen in the topics, without their text.
public sealed interface Seen {
  /// Of the issues topic.
  ///
  /// @param id the rig's header; empty when the record came through the door
  record Issue(String key, String revision, String id, Place place) implements Seen {}

  /// Of the articles topic.
  ///
  /// @param id article id
  /// @param rig the rig's header; empty when the record was made by `enrich`
  /// @param sound whether the hash in the header is that of the value
  record Article(String id, String revision, String rig, boolean sound, Place place)
      implements Seen {}

  /// Of a dead-letter topic.
  ///
  /// @param letter [dev.broadsheet.rig.fate.LetterId]
  /// @param failed the record that failed
  record Letter(String letter, String reason, Place failed, Place place) implements Seen {}

  /// Where a record is.
  record Place(String topic, int partition, long offset) {}
}
