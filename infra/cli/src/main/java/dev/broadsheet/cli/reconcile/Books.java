package dev.broadsheet.cli.reconcile;

import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.ingest.table.Hash128;
import dev.broadsheet.ingest.table.LongTable;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The accounts of all issues and articles, under hashed keys: about 100 MB for a million articles.
/// Names are not kept; who wants to name what is wrong reads the sources again and asks. One thread
/// at a time.
final class Books {
  private final LongTable issues = new LongTable(IssueAccount.WIDTH);
  private final LongTable articles = new LongTable(ArticleAccount.WIDTH);
  private final long[] issueCells = new long[IssueAccount.WIDTH];
  private final long[] articleCells = new long[ArticleAccount.WIDTH];
  private final Totals totals = new Totals();

  private static final class Totals {
    private long indexed;
    private long strayLetters;
  }

  /// @param late whether the record came after the count began
  void ledger(String key, long revision, boolean withdrawn, boolean late) {
    issue(Hash128.of(key), a -> a.ledger(version(revision, withdrawn), late));
  }

  /// @param late whether enrich had not committed the record when the count began
  void issue(String key, long revision, boolean withdrawn, boolean late) {
    issue(Hash128.of(key), a -> a.topic(version(revision, withdrawn), late));
  }

  /// @param late whether the sink had not committed the record when the count began
  void article(ArticleId id, long revision, boolean withdrawn, boolean late) {
    article(id, a -> a.topic(version(revision, withdrawn), late));
  }

  void document(ArticleId id, long revision, boolean withdrawn) {
    totals.indexed++;
    article(id, a -> a.index(version(revision, withdrawn)));
  }

  void issueLetter(String key, long revision) {
    issue(Hash128.of(key), a -> a.letter(revision));
  }

  void articleLetter(ArticleId id, long revision) {
    article(id, a -> a.letter(revision));
  }

  /// A dead letter, or a document, that names nothing.
  void stray() {
    totals.strayLetters++;
  }

  /// Closes the books, once: from now on they only answer.
  Tally close() {
    articles.forEach(
        (_, cells) -> {
          var article = ArticleAccount.of(cells);
          if (article.live()
              && issues.read(article.issue(), issueCells)
              && IssueAccount.of(issueCells).revision() == article.revision()) {
            issue(article.issue(), a -> a.article(article.position()));
          }
        });
    var tally = new Tally();
    issues.forEach((hash, cells) -> tally.issue(hash, IssueAccount.of(cells)));
    articles.forEach((hash, cells) -> tally.article(hash, ArticleAccount.of(cells)));
    return tally;
  }

  private static long version(long revision, boolean withdrawn) {
    return revision << 1 | (withdrawn ? 1 : 0);
  }

  private void issue(Hash128 hash, UnaryOperator<IssueAccount> change) {
    var account =
        issues.read(hash, issueCells)
            ? IssueAccount.of(issueCells)
            : new IssueAccount(0, 0, 0, false, 0, 0);
    issues.write(hash, change.apply(account).cells());
  }

  private void article(ArticleId id, UnaryOperator<ArticleAccount> change) {
    var hash = Hash128.of(id.toString());
    var account =
        articles.read(hash, articleCells)
            ? ArticleAccount.of(articleCells)
            : new ArticleAccount(0, 0, 0, false, false, id.position(), Hash128.of(id.issueKey()));
    articles.write(hash, change.apply(account).cells());
  }

  /// The newest revision of an issue that must be through: not one that is on its way or
  /// dead-lettered, whose predecessor rightly stays.
  private long settledRevision(Hash128 issue) {
    if (!issues.read(issue, issueCells)) {
      return 0;
    }
    var account = IssueAccount.of(issueCells);
    return switch (account.fate()) {
      case PENDING, DEAD_LETTERED -> 0;
      case COMPLETE, MISSING, EXTRA, STALE -> account.moving() ? 0 : account.revision();
    };
  }

  /// The counts, and what is wrong by hash.
  final class Tally {
    private static final int ROOM = 1_000;

    private final Map<Fate, Long> issueFates = new EnumMap<>(Fate.class);
    private final Map<Fate, Long> articleFates = new EnumMap<>(Fate.class);
    private final Set<Hash128> wrongIssues = new HashSet<>();
    private final Set<Hash128> wrongArticles = new HashSet<>();
    private final Map<String, Balance.Finding> named = new LinkedHashMap<>();
    private long inLedger;
    private long inIssues;
    private long withdrawnIssues;
    private long inArticles;
    private long withdrawnArticles;
    private long doubled;

    private void issue(Hash128 hash, IssueAccount account) {
      if (account.ledger() == 0 && account.topic() == 0) {
        // Known from a dead letter alone: a record of somebody else.
        totals.strayLetters++;
        return;
      }
      inLedger += account.ledger() == 0 ? 0 : 1;
      inIssues += account.topic() == 0 ? 0 : 1;
      withdrawnIssues += account.withdrawn() ? 1 : 0;
      count(issueFates, account.fate());
      keep(wrongIssues, hash, account.fate().wrong());
    }

    private void article(Hash128 hash, ArticleAccount account) {
      if (account.topic() == 0 && account.index() == 0) {
        totals.strayLetters++;
        return;
      }
      Fate fate = account.fate(settledRevision(account.issue()));
      inArticles += account.topic() == 0 ? 0 : 1;
      withdrawnArticles += (account.topic() & 1) == 1 ? 1 : 0;
      doubled += account.doubled() ? 1 : 0;
      count(articleFates, fate);
      keep(wrongArticles, hash, fate.wrong() || account.doubled());
    }

    private void keep(Set<Hash128> wrong, Hash128 hash, boolean isWrong) {
      if (isWrong && wrong.size() < ROOM) {
        wrong.add(hash);
      }
    }

    boolean hasFindings() {
      return !wrongIssues.isEmpty() || !wrongArticles.isEmpty();
    }

    /// Names an issue, if something is wrong with it.
    void nameIssue(String key) {
      var hash = Hash128.of(key);
      if (wrongIssues.remove(hash) && issues.read(hash, issueCells)) {
        var account = IssueAccount.of(issueCells);
        put("issue", account.fate().name(), key, account.detail());
      }
    }

    /// Names an article, if something is wrong with it.
    void nameArticle(String id) {
      var hash = Hash128.of(id);
      if (wrongArticles.remove(hash) && articles.read(hash, articleCells)) {
        var account = ArticleAccount.of(articleCells);
        Fate fate = account.fate(settledRevision(account.issue()));
        if (fate.wrong()) {
          put("article", fate.name(), id, account.detail());
        }
        if (account.doubled()) {
          put("article", "DOUBLED", id, "more than one index behind the aliases holds it");
        }
      }
    }

    Balance balance() {
      return new Balance(
          new Balance.Issues(
              inLedger,
              inIssues,
              withdrawnIssues,
              of(issueFates, Fate.COMPLETE),
              of(issueFates, Fate.PENDING),
              of(issueFates, Fate.DEAD_LETTERED),
              of(issueFates, Fate.MISSING),
              of(issueFates, Fate.EXTRA),
              of(issueFates, Fate.STALE)),
          new Balance.Articles(
              inArticles,
              totals.indexed,
              withdrawnArticles,
              of(articleFates, Fate.COMPLETE),
              of(articleFates, Fate.PENDING),
              of(articleFates, Fate.DEAD_LETTERED),
              of(articleFates, Fate.MISSING),
              of(articleFates, Fate.EXTRA),
              of(articleFates, Fate.STALE),
              doubled),
          totals.strayLetters,
          named.values().stream().toList());
    }

    private void put(String what, String kind, String name, String detail) {
      String lower = kind.toLowerCase(Locale.ROOT);
      named.put(what + lower + name, new Balance.Finding(what, lower, name, detail));
    }

    private static void count(Map<Fate, Long> fates, Fate fate) {
      fates.merge(fate, 1L, Long::sum);
    }

    private static long of(Map<Fate, Long> fates, Fate fate) {
      return fates.getOrDefault(fate, 0L);
    }
  }
}
