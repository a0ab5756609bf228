package dev.broadsheet.enrich;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.IssueRecords;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Issues for tests, and a core that takes every line for an article.
final class Issues {
  static final Enricher LINES =
      (issue, source) -> {
        if (issue.text().contains("reject")) {
          return new Enrichment.Rejected(RejectReason.STRUCTURE, "told to");
        }
        List<Article> articles = new ArrayList<>();
        for (String line : issue.text().lines().toList()) {
          if (line.equals("bug")) {
            throw new IllegalStateException("told to");
          }
          articles.add(article(issue, articles.size() + 1, line, source));
        }
        return new Enrichment.Articles(articles);
      };

  private Issues() {}

  /// What the core makes of a page without hints.
  static Enrichment enrich(IssueEnricher core, String text) {
    RawIssue issue =
        new RawIssue(
            "p/1",
            text,
            1,
            false,
            new RawIssue.Origin("file:p/1.txt", "text/plain", "UTF-8", "0".repeat(64)),
            Instant.EPOCH,
            IssueHints.NONE);
    return core.enrich(issue, new Article.Source("file:p/1.txt", "0".repeat(64), null, "t", 0, 0));
  }

  static ProducerRecord<byte[], byte[]> record(String key, long revision, String text) {
    return write(key, revision, text, false);
  }

  static ProducerRecord<byte[], byte[]> withdrawal(String key, long revision) {
    return write(key, revision, "", true);
  }

  private static ProducerRecord<byte[], byte[]> write(
      String key, long revision, String text, boolean withdrawn) {
    String sha256 = Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    return IssueRecords.write(
        "broadsheet.issues",
        new RawIssue(
            key,
            text,
            revision,
            withdrawn,
            new RawIssue.Origin("file:///inbox/" + key, "text/plain", "UTF-8", sha256),
            Instant.parse("2025-06-12T01:00:00Z"),
            IssueHints.NONE));
  }

  private static Article article(RawIssue issue, int position, String line, Article.Source source) {
    Article empty =
        Article.withdrawn(
            new ArticleId(issue.key(), position),
            new Article.Version(issue.revision(), true, source, Pipeline.VERSION));
    var t = empty.text();
    var text =
        new Article.Text(
            line,
            t.kicker(),
            t.subheads(),
            t.column(),
            "news",
            t.byline(),
            t.agency(),
            t.dateline(),
            line,
            t.captions(),
            null,
            null);
    return new Article(
        empty.id(),
        position,
        null,
        empty.issue(),
        text,
        empty.findings(),
        new Article.Version(issue.revision(), false, source, Pipeline.VERSION));
  }

  static Article read(byte[] json) {
    return Json.read(json, Article.class);
  }
}
