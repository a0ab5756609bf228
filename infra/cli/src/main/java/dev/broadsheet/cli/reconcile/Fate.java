package dev.broadsheet.cli.reconcile;

/// What became of an issue or an article.
enum Fate {
  COMPLETE,
  PENDING,
  DEAD_LETTERED,
  MISSING,
  EXTRA,
  STALE;

  boolean wrong() {
    return this == MISSING || this == EXTRA || this == STALE;
  }
}
