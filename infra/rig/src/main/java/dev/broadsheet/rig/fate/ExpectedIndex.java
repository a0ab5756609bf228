package dev.broadsheet.rig.fate;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.Enricher;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.Pipeline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What must be in the index and in the articles topic, by a model of the pipeline that is simple
/// enough to be seen to be right: inputs one after the other, nothing fails, nothing is in
/// parallel. The core is the pipeline's own.
///
/// @param documents what the index holds, by article id
/// @param forwarded what the articles topic holds: `id@revision`, in any order
public record ExpectedIndex(Map<String, Document> documents, List<String> forwarded) {
  private static final Article.Source NOWHERE = new Article.Source("", "", null, "", 0, 0);

  /// One document.
  ///
  /// @param article as it must be, but for the place that it was read from
  /// @param sha256 of the original bytes of the issue; empty for a withdrawn article
  public record Document(Article article, String sha256) {
    /// Revision of the issue.
    public long revision() {
      return article.version().revision();
    }

    /// Whether searches do not see it.
    public boolean withdrawn() {
      return article.version().withdrawn();
    }
  }

  /// Works it out from the fates.
  public static ExpectedIndex of(ExpectedFates fates, Enricher core) {
    var documents = new TreeMap<String, Document>();
    var forwarded = new ArrayList<String>();
    fates.issues().values().forEach(list -> replay(list, core, documents, forwarded));
    return new ExpectedIndex(documents, forwarded);
  }

  /// An article without the place that it was read from.
  public static Article withoutPlace(Article article) {
    return new Article(
        article.id(),
        article.position(),
        article.publishedOn(),
        article.issue(),
        article.text(),
        article.findings(),
        new Article.Version(
            article.version().revision(),
            article.version().withdrawn(),
            NOWHERE,
            article.version().pipeline()));
  }

  private static void replay(
      List<Fate.OfIssue> fates,
      Enricher core,
      Map<String, Document> documents,
      List<String> forwarded) {
    int live = 0;
    for (Fate.OfIssue fate : fates) {
      if (fate instanceof Fate.Superseded) {
        continue;
      }
      var now = new ArrayList<Document>();
      if (fate instanceof Fate.Indexed indexed) {
        String sha256 = sha256(indexed.text());
        articles(indexed, core).forEach(a -> now.add(new Document(withoutPlace(a), sha256)));
      }
      int articles = now.size();
      for (int position = articles + 1; position <= live; position++) {
        var id = new ArticleId(fate.key(), position);
        var version = new Article.Version(fate.revision(), true, NOWHERE, Pipeline.VERSION);
        now.add(new Document(Article.withdrawn(id, version), ""));
      }
      for (Document document : now) {
        documents.put(document.article().id(), document);
        forwarded.add(document.article().id() + "@" + document.revision());
      }
      live = articles;
    }
  }

  private static List<Article> articles(Fate.Indexed fate, Enricher core) {
    var origin = new RawIssue.Origin("", "text/plain", "UTF-8", sha256(fate.text()));
    var issue =
        new RawIssue(
            fate.key(),
            fate.text(),
            fate.revision(),
            false,
            origin,
            Instant.EPOCH,
            IssueHints.NONE);
    return switch (core.enrich(issue, NOWHERE)) {
      case Enrichment.Articles(var articles) -> articles;
      case Enrichment.Rejected(var reason, var message) ->
          throw new IllegalStateException(
              "issue %s was to be indexed, and the core rejects it: %s, %s"
                  .formatted(fate.key(), reason, message));
    };
  }

  private static String sha256(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
