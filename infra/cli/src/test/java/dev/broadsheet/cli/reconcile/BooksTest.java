package dev.broadsheet.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.contract.ArticleId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BooksTest {
  private static final String KEY = "xnrb/2025-03-20/01";
  private static final ArticleId ONE = new ArticleId(KEY, 1);
  private static final ArticleId TWO = new ArticleId(KEY, 2);

  private final Books books = new Books();

  @BeforeEach
  void twoArticlesOfOneIssue() {
    books.ledger(KEY, 2, false, false);
    books.issue(KEY, 1, false, false);
    books.issue(KEY, 2, false, false);
    books.article(ONE, 1, false, false);
    books.article(ONE, 2, false, false);
    books.article(TWO, 2, false, false);
    books.document(ONE, 2, false);
  }

  @Test
  void everythingInItsPlaceBalances() {
    books.document(TWO, 2, false);

    Balance balance = count();

    assertThat(balance.balanced()).isTrue();
    assertThat(balance.issues().complete()).isEqualTo(1);
    assertThat(balance.articles().complete()).isEqualTo(2);
    assertThat(balance.findings()).isEmpty();
  }

  @Test
  void articleThatIsNotInTheIndexIsNamed() {
    Balance balance = count();

    assertThat(balance.articles().missing()).isEqualTo(1);
    assertThat(balance.findings())
        .extracting(Balance.Finding::kind, Balance.Finding::name)
        .containsExactly(tuple("missing", TWO.toString()));
  }

  @Test
  void articleThatTheSinkHasNotComeToIsPending() {
    books.article(TWO, 2, false, true);

    Balance balance = count();

    assertThat(balance.balanced()).isTrue();
    assertThat(balance.articles().pending()).isEqualTo(1);
  }

  @Test
  void olderRevisionInTheIndexIsStale() {
    books.document(TWO, 1, false);

    assertThat(count().articles().stale()).isEqualTo(1);
  }

  @Test
  void deadLetterOfTheRevisionAccountsForAnArticle() {
    books.document(TWO, 1, false);
    books.articleLetter(TWO, 2);

    Balance balance = count();

    assertThat(balance.balanced()).isTrue();
    assertThat(balance.articles().deadLettered()).isEqualTo(1);
  }

  @Test
  void deadLetterOfAnOlderRevisionDoesNot() {
    books.articleLetter(TWO, 1);

    assertThat(count().articles().missing()).isEqualTo(1);
  }

  @Test
  void twoIndicesWithOneArticleAreDoubled() {
    books.document(TWO, 2, false);
    books.document(TWO, 2, false);

    Balance balance = count();

    assertThat(balance.articles().doubled()).isEqualTo(1);
    assertThat(balance.balanced()).isFalse();
  }

  @Test
  void documentThatNobodyMadeIsExtra() {
    books.document(TWO, 2, false);
    books.document(new ArticleId(KEY, 3), 2, false);

    assertThat(count().articles().extra()).isEqualTo(1);
  }

  @Test
  void issueOfTheLedgerWithoutRecordIsMissing() {
    books.document(TWO, 2, false);
    books.ledger("other", 1, false, false);

    Balance balance = count();

    assertThat(balance.issues().missing()).isEqualTo(1);
    assertThat(balance.findings()).extracting(Balance.Finding::name).containsExactly("other");
  }

  @Test
  void issueWithoutArticlesIsMissing() {
    books.document(TWO, 2, false);
    books.ledger("other", 1, false, false);
    books.issue("other", 1, false, false);

    assertThat(count().issues().missing()).isEqualTo(1);
  }

  @Test
  void deadLetterOfTheRevisionAccountsForAnIssue() {
    books.document(TWO, 2, false);
    books.ledger("other", 1, false, false);
    books.issue("other", 1, false, false);
    books.issueLetter("other", 1);

    Balance balance = count();
    assertThat(balance.issues().deadLettered()).isEqualTo(1);
    assertThat(balance.balanced()).isTrue();
  }

  @Test
  void gapInThePositionsIsMissing() {
    books.document(TWO, 2, false);
    var four = new ArticleId(KEY, 4);
    books.article(four, 2, false, false);
    books.document(four, 2, false);

    assertThat(count().issues().missing()).isEqualTo(1);
  }

  @Test
  void liveArticleOfAnOlderRevisionIsStale() {
    books.document(TWO, 2, false);
    var three = new ArticleId(KEY, 3);
    books.article(three, 1, false, false);
    books.document(three, 1, false);

    assertThat(count().articles().stale()).isEqualTo(1);
  }

  private Balance count() {
    var tally = books.close();
    tally.nameIssue(KEY);
    tally.nameIssue("other");
    for (int position = 1; position < 5; position++) {
      tally.nameArticle(KEY + "#" + position);
    }
    return tally.balance();
  }
}
