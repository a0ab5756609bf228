package dev.broadsheet.ingest.ledger;

/// What became of a request to withdraw an issue.
///
/// @param kind what was done
/// @param revision that the issue has now; 0 when it is unknown
public record Withdrawal(Kind kind, long revision) {
  /// What was done.
  public enum Kind {
    /// A revision that hides the issue was published.
    WITHDRAWN,
    /// It was withdrawn before: nothing was published.
    ALREADY_WITHDRAWN,
    /// Nothing was ever taken in under this key: nothing was published.
    UNKNOWN
  }
}
