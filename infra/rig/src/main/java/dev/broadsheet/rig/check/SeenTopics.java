package dev.broadsheet.rig.check;

import dev.broadsheet.contract.LedgerEntry;
import java.util.List;
import java.util.Map;

/// What a reader of committed records saw in the topics of a pipeline.
///
/// @param issues by partition in their order
/// @param articles by partition in their order
/// @param letters of both dead-letter topics
/// @param ledger by issue key
record SeenTopics(
    List<Seen.Issue> issues,
    List<Seen.Article> articles,
    List<Seen.Letter> letters,
    Map<String, LedgerEntry> ledger) {
  SeenTopics {
    issues = List.copyOf(issues);
    articles = List.copyOf(articles);
    letters = List.copyOf(letters);
    ledger = Map.copyOf(ledger);
  }
}
