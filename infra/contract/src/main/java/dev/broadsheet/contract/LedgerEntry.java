package dev.broadsheet.contract;

/// What was last taken in for an issue key: the record of the ledger topic.
///
/// @param revision last one given, from 1
/// @param sha256 of the original bytes of the last text, hex; a withdrawal keeps it
/// @param size of the original bytes
/// @param state what became of the issue
public record LedgerEntry(long revision, String sha256, long size, State state) {
  /// What became of an issue at the door.
  public enum State {
    ACCEPTED,
    WITHDRAWN
  }
}
