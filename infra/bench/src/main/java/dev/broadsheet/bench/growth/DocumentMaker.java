package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.page.PageArticles;
import dev.broadsheet.contract.Article;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Documents of fresh pages, as the core makes them. Its owner is one thread; as many others as
/// there are processors make blocks ahead.
final class DocumentMaker implements AutoCloseable {
  private final FreshPages pages;
  private final PageArticles core = new PageArticles();
  private final int helpers = Runtime.getRuntime().availableProcessors();
  private final ExecutorService threads = Executors.newFixedThreadPool(helpers);
  private final Deque<Future<List<Article>>> ahead = new ArrayDeque<>();
  private final Deque<Document> ready = new ArrayDeque<>();
  private final Vocabulary vocabulary = new Vocabulary();
  private int blocks;
  private long bytes;

  DocumentMaker(FreshPages pages) {
    this.pages = pages;
  }

  /// The next document; none comes twice.
  Document next() throws InterruptedException {
    while (ready.isEmpty()) {
      takeBlock();
    }
    Document document = ready.pop();
    bytes += document.json().length;
    return document;
  }

  /// Different pairs of characters in the bodies so far.
  int pairs() {
    return vocabulary.pairs();
  }

  /// Bytes of JSON so far.
  long bytes() {
    return bytes;
  }

  /// Waits until nothing is made ahead, which would take processors from what is measured.
  void rest() throws InterruptedException {
    for (Future<List<Article>> block : ahead) {
      articles(block);
    }
  }

  private void takeBlock() throws InterruptedException {
    while (ahead.size() < helpers) {
      int number = blocks++;
      ahead.add(threads.submit(() -> core.of(pages.block(number))));
    }
    for (Article article : articles(ahead.remove())) {
      vocabulary.read(article.text().body());
      ready.add(Document.of(article));
    }
  }

  private static List<Article> articles(Future<List<Article>> block) throws InterruptedException {
    try {
      return block.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("no documents can be made", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
