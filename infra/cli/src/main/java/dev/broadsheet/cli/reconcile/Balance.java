package dev.broadsheet.cli.reconcile;

import java.util.List;

/// What was counted, and what is wrong.
///
/// @param letters dead letters that name neither issue nor article
/// @param findings what is wrong, as many as there is room for
public record Balance(Issues issues, Articles articles, long letters, List<Finding> findings) {
  public Balance {
    findings = List.copyOf(findings);
  }

  /// Issues. Every key of the ledger or of the issues topic is exactly one of complete, pending,
  /// dead-lettered, missing, extra and stale.
  public record Issues(
      long ledger,
      long topic,
      long withdrawn,
      long complete,
      long pending,
      long deadLettered,
      long missing,
      long extra,
      long stale) {
    boolean balanced() {
      return missing == 0 && extra == 0 && stale == 0;
    }
  }

  /// Articles. Every id of the articles topic or of the index is exactly one of complete, pending,
  /// dead-lettered, missing, extra and stale; doubled ones are counted beside.
  public record Articles(
      long topic,
      long index,
      long withdrawn,
      long complete,
      long pending,
      long deadLettered,
      long missing,
      long extra,
      long stale,
      long doubled) {
    boolean balanced() {
      return missing == 0 && extra == 0 && stale == 0 && doubled == 0;
    }
  }

  /// One thing that is wrong.
  ///
  /// @param what `issue` or `article`
  /// @param kind `missing`, `extra`, `stale` or `doubled`
  /// @param name issue key or article id
  /// @param detail in words
  public record Finding(String what, String kind, String name, String detail) {}

  /// Whether nothing is missing, extra, stale or doubled.
  public boolean balanced() {
    return issues.balanced() && articles.balanced();
  }
}
