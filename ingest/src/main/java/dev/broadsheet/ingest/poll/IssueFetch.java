package dev.broadsheet.ingest.poll;

/// How far an issue was fetched.
public enum IssueFetch {
  /// All pages that the site has are in the ledger.
  COMPLETE,
  /// The site has none of it.
  ABSENT,
  /// Something of it could not be had, or was refused.
  INCOMPLETE
}
