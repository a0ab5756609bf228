package dev.broadsheet.enrich;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.RawIssue;

/// The core as the topology sees it: a pure function.
@FunctionalInterface
public interface Enricher {
  /// The articles of an issue that is not withdrawn.
  ///
  /// @param source the record that the issue was read from
  Enrichment enrich(RawIssue issue, Article.Source source);
}
