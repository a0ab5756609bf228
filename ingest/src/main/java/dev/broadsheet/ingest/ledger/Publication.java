package dev.broadsheet.ingest.ledger;

/// What became of an issue at the door.
///
/// @param kind what was done
/// @param revision that the issue has now
public record Publication(Kind kind, long revision) {
  /// What was done.
  public enum Kind {
    /// Its first revision was published.
    ACCEPTED,
    /// Other bytes than before, or a withdrawn issue issued again: a new revision was published.
    REVISED,
    /// The bytes of the last revision: nothing was published.
    UNCHANGED,
    /// The bytes of an issue that is withdrawn: it stays so.
    STILL_WITHDRAWN
  }
}
