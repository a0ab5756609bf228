package dev.broadsheet.enrich;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.RejectReason;
import java.util.List;

/// What the core makes of an issue: all of its articles, or none and a reason.
public sealed interface Enrichment {
  /// The articles in reading order, positions from 1 without a gap.
  record Articles(List<Article> articles) implements Enrichment {
    public Articles {
      articles = List.copyOf(articles);
      for (int i = 0; i < articles.size(); i++) {
        if (articles.get(i).position() != i + 1) {
          throw new IllegalArgumentException(
              "article %d of the list has position %d"
                  .formatted(i + 1, articles.get(i).position()));
        }
      }
    }
  }

  /// The issue cannot be taken apart; `message` says why, for people.
  record Rejected(RejectReason reason, String message) implements Enrichment {}
}
