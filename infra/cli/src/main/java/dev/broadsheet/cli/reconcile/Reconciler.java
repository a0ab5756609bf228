package dev.broadsheet.cli.reconcile;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.broadsheet.cli.letter.Letter;
import dev.broadsheet.cli.scan.IndexScan;
import dev.broadsheet.cli.scan.NewestIssues;
import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.Utf8;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Counts while the pipeline runs.
///
/// What had to be done when the count began is judged: offsets below the commits of enrich and sink
/// at that moment. Everything is read downstream, from the ledger to the index, and then the topics
/// once more from where they ended: what moved meanwhile shows in that tail and is pending.
public final class Reconciler {
  private final Topics topics;
  private final TopicScan kafka;
  private final IndexScan index;
  private final List<String> aliases;

  /// @param aliases for searches and for writing; all indices behind them are read
  public Reconciler(
      Topics topics, TopicScan kafka, ElasticsearchClient client, List<String> aliases) {
    this.topics = topics;
    this.kafka = kafka;
    this.index = new IndexScan(client);
    this.aliases = List.copyOf(aliases);
  }

  /// Counts.
  ///
  /// @throws IOException when Elasticsearch cannot be reached
  public Balance count() throws IOException {
    var books = new Books();
    var ledgerEnd = kafka.ends(topics.ledger());
    var enriched = kafka.committed(topics.prefix() + "-enrich", topics.issues());
    var sunk = kafka.committed(topics.prefix() + "-sink", topics.articles());
    TopicScan.Visitor ledger = r -> ledger(books, r, isLate(r, ledgerEnd));
    TopicScan.Visitor issues = r -> issue(books, r, isLate(r, enriched));
    TopicScan.Visitor articles = r -> article(books, r, isLate(r, sunk));
    var ledgerRead = kafka.readAll(topics.ledger(), ledger);
    var issuesRead = kafka.readAll(topics.issues(), issues);
    var articlesRead = kafka.readAll(topics.articles(), articles);
    index.read(aliases, List.of(), d -> document(books, d));
    kafka.read(articlesRead, kafka.ends(topics.articles()), articles);
    kafka.read(issuesRead, kafka.ends(topics.issues()), issues);
    kafka.read(ledgerRead, kafka.ends(topics.ledger()), ledger);
    kafka.readAll(topics.issuesDeadLetters(), unlessMark(r -> issueLetter(books, r)));
    kafka.readAll(topics.articlesDeadLetters(), unlessMark(r -> articleLetter(books, r)));
    var tally = books.close();
    if (tally.hasFindings()) {
      name(tally);
    }
    return tally.balance();
  }

  private void name(Books.Tally tally) throws IOException {
    kafka.readAll(topics.ledger(), r -> text(r.key()).ifPresent(tally::nameIssue));
    kafka.readAll(topics.issues(), r -> text(r.key()).ifPresent(tally::nameIssue));
    kafka.readAll(topics.articles(), r -> text(r.key()).ifPresent(tally::nameArticle));
    index.read(aliases, List.of(), d -> tally.nameArticle(d.id()));
  }

  private static TopicScan.Visitor unlessMark(TopicScan.Visitor visitor) {
    return r -> {
      if (!Letter.isMark(r)) {
        visitor.visit(r);
      }
    };
  }

  private static boolean isLate(
      ConsumerRecord<byte[], byte[]> record, Map<TopicPartition, Long> done) {
    var partition = new TopicPartition(record.topic(), record.partition());
    return record.offset() >= done.getOrDefault(partition, 0L);
  }

  private static void ledger(Books books, ConsumerRecord<byte[], byte[]> record, boolean late) {
    if (record.value() != null) {
      var entry = Json.read(record.value(), LedgerEntry.class);
      boolean withdrawn = entry.state() == LedgerEntry.State.WITHDRAWN;
      text(record.key()).ifPresent(k -> books.ledger(k, entry.revision(), withdrawn, late));
    }
  }

  private static void issue(Books books, ConsumerRecord<byte[], byte[]> record, boolean late) {
    long revision = NewestIssues.revision(record.headers());
    if (revision > 0) {
      boolean withdrawn = header(record, HeaderNames.WITHDRAWN).equals("true");
      text(record.key()).ifPresent(k -> books.issue(k, revision, withdrawn, late));
    }
  }

  private static void article(Books books, ConsumerRecord<byte[], byte[]> record, boolean late) {
    long revision = NewestIssues.revision(record.headers());
    if (revision > 0 && record.value() != null) {
      boolean withdrawn = Withdrawals.isWithdrawn(record.value());
      text(record.key())
          .flatMap(Reconciler::id)
          .ifPresent(id -> books.article(id, revision, withdrawn, late));
    }
  }

  private static void document(Books books, IndexScan.Document document) {
    id(document.id())
        .ifPresentOrElse(
            id -> books.document(id, document.version(), document.withdrawn()), books::stray);
  }

  private static void issueLetter(Books books, ConsumerRecord<byte[], byte[]> record) {
    long revision = NewestIssues.revision(record.headers());
    var key = text(record.key());
    if (key.isPresent() && revision > 0) {
      books.issueLetter(key.get(), revision);
    } else {
      books.stray();
    }
  }

  private static void articleLetter(Books books, ConsumerRecord<byte[], byte[]> record) {
    long revision = NewestIssues.revision(record.headers());
    var id = text(record.key()).flatMap(Reconciler::id);
    if (id.isPresent() && revision > 0) {
      books.articleLetter(id.get(), revision);
    } else {
      books.stray();
    }
  }

  private static Optional<ArticleId> id(String text) {
    try {
      return Optional.of(ArticleId.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(byte[] key) {
    try {
      return key == null || key.length == 0 ? Optional.empty() : Optional.of(Utf8.decode(key));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
