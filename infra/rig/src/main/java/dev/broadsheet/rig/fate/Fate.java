package dev.broadsheet.rig.fate;

import dev.broadsheet.contract.RejectReason;

/// What must become of one input.
public sealed interface Fate {
  /// A fate that the order of the revisions of an issue decides.
  sealed interface OfIssue extends Fate {
    /// Issue key.
    String key();

    /// Revision of the input.
    long revision();
  }

  /// Its articles are indexed, at this revision of its issue, until a newer one comes.
  record Indexed(String key, long revision, String text) implements OfIssue {}

  /// The issue is hidden from search from this revision on.
  record Withdrawn(String key, long revision) implements OfIssue {}

  /// The record changes nothing, as another of this revision or a higher one came before.
  record Superseded(String key, long revision) implements OfIssue {}

  /// One dead letter, and nothing else.
  ///
  /// @param letter what tells it apart: see [LetterId]
  /// @param topic dead-letter topic
  record DeadLettered(String letter, String topic, RejectReason reason) implements Fate {}

  /// Refused at the door: no record at all, and the file stays as it is.
  record Refused(String file, RejectReason reason) implements Fate {}
}
