package dev.broadsheet.bench.run;

import dev.broadsheet.bench.load.Backlog;
import dev.broadsheet.bench.load.Orders;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.topic.TopicInstaller;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The sink against other ways to load the same documents into the same kind of index.
///
/// Each way is one process for all rounds, with a topic, a group and an alias of its own. In every
/// round it meets all documents as a backlog, which is measured from the moment at which it may
/// see it until all are searchable and no merge runs. The others wait meanwhile.
final class Contest implements AutoCloseable {
  static final String SINK = "sink";
  static final String BULK = "bulk";
  static final String PASS = "pass";
  static final String PEER = "peer";
  static final List<String> WAYS = List.of(BULK, SINK, PASS, PEER);

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Site site;
  private final MadeDocuments documents;
  private final Orders orders;
  private final Map<String, Backlog> backlogs = new LinkedHashMap<>();
  private final Map<String, ArticleIndex> indices = new LinkedHashMap<>();

  /// How the raw bulk requests are.
  record Bulk(int bytes, int inFlight) {}

  private Contest(Site site, MadeDocuments documents) throws IOException {
    this.site = site;
    this.documents = documents;
    this.orders = new Orders(site.folder().resolve("orders"));
  }

  /// The name of a way's process: beside it run the pipeline's stages.
  static String process(String way) {
    return "contest-" + way;
  }

  /// Starts a process for each way.
  static Contest start(Site site, MadeDocuments documents, int partitions) throws IOException {
    var contest = new Contest(site, documents);
    for (String way : WAYS) {
      contest.launch(way, partitions);
    }
    return contest;
  }

  private void launch(String way, int partitions) throws IOException {
    if (way.equals(BULK)) {
      load(way, List.of(documents.file().toString(), site.folder().resolve("orders").toString()));
      return;
    }
    var topics = topics(way);
    String bootstrap = site.stack().bootstrapServers();
    TopicInstaller.install(new Target(bootstrap, topics), partitions, 1);
    backlogs.put(way, new Backlog(bootstrap, topics.articles()));
    if (way.equals(SINK)) {
      site.launch(
          process(way),
          SINK,
          Map.of(
              Settings.TOPIC_PREFIX.name(), topics.prefix(),
              Settings.INDEX_ALIAS.name(), index(way).alias()));
    } else {
      load(way, List.of(bootstrap, topics.articles(), topics.prefix()));
    }
  }

  private void load(String way, List<String> more) {
    var arguments =
        new ArrayList<>(
            List.of(
                site.stack().elasticsearchUrl().toString(),
                index(way).writeAlias(),
                Long.toString(documents.documents())));
    arguments.addAll(more);
    site.load(process(way), way, arguments);
  }

  /// Has every way load the documents so many times, into an index that analyses nothing: the
  /// loaders get warm, and the node has little to do.
  void warmUp(int times, Bulk bulk) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      for (String way : WAYS) {
        warm(way, bulk);
      }
    }
  }

  /// Has one way load the documents into an index that analyses nothing.
  Trial warm(String way, Bulk bulk) throws IOException, InterruptedException {
    return run(way, bulk, ArticleIndex::createBare);
  }

  /// Measures one way. Our sink sees itself to how often the index is refreshed; for the others it
  /// is set.
  Trial run(String way, Bulk bulk) throws IOException, InterruptedException {
    return run(
        way, bulk, way.equals(SINK) ? ArticleIndex::create : ArticleIndex::createForBackfill);
  }

  private Trial run(String way, Bulk bulk, Consumer<ArticleIndex> creation)
      throws IOException, InterruptedException {
    ArticleIndex index = index(way);
    creation.accept(index);
    Backlog backlog = backlogs.get(way);
    if (backlog == null) {
      orders.prepare(bulk.bytes(), bulk.inFlight());
    } else {
      documents.addTo(backlog, topics(way).articles());
    }
    Snapshot start = site.look();
    if (backlog == null) {
      orders.go();
    } else {
      backlog.release();
    }
    index.awaitIndexed(documents.documents(), LIMIT);
    double acknowledged = (System.nanoTime() - start.nanos()) / 1e9;
    index.settle();
    var trial =
        new Trial(way, documents.documents(), site.look().since(start), acknowledged, site.peaks());
    index.delete();
    return trial;
  }

  private static Topics topics(String way) {
    return new Topics("contest-" + way);
  }

  private ArticleIndex index(String way) {
    return indices.computeIfAbsent(
        way, w -> new ArticleIndex(site.stack().elasticsearchUrl(), "contest-" + w));
  }

  @Override
  public void close() {
    WAYS.forEach(way -> site.stop(process(way)));
    backlogs.values().forEach(Backlog::close);
  }
}
