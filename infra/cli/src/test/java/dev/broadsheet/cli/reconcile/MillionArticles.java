package dev.broadsheet.cli.reconcile;

import dev.broadsheet.contract.ArticleId;
import java.util.Locale;

/// Counts a million articles in a JVM of its own, so that the limit of its heap counts.
final class MillionArticles {
  static final int ISSUES = 100_000;
  static final int ARTICLES_EACH = 10;

  private MillionArticles() {}

  /// Every issue is there in two revisions; one article is in the topic only, one in the index
  /// only.
  public static void main(String[] args) {
    var books = new Books();
    for (int i = 0; i < ISSUES; i++) {
      String key = key(i);
      books.ledger(key, 2, false, false);
      books.issue(key, 1, false, false);
      books.issue(key, 2, false, false);
      for (int position = 1; position <= ARTICLES_EACH; position++) {
        var id = new ArticleId(key, position);
        books.article(id, 1, false, false);
        books.article(id, 2, false, false);
        if (i != 0 || position != 1) {
          books.document(id, 2, false);
        }
      }
    }
    books.document(new ArticleId("ghost/2025-01-01/01", 1), 1, false);
    print(books);
  }

  static String key(int number) {
    return String.format(Locale.ROOT, "paper-%d/2025-%06d/01", number % 40, number);
  }

  private static void print(Books books) {
    var tally = books.close();
    for (int i = 0; i < ISSUES; i++) {
      tally.nameIssue(key(i));
      for (int position = 1; position <= ARTICLES_EACH; position++) {
        tally.nameArticle(key(i) + "#" + position);
      }
    }
    tally.nameArticle("ghost/2025-01-01/01#1");
    var balance = tally.balance();
    System.out.printf(
        "complete %d missing %d extra %d%n",
        balance.articles().complete(), balance.articles().missing(), balance.articles().extra());
    balance.findings().forEach(f -> System.out.println(f.kind() + " " + f.name()));
  }
}
