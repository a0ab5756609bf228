package dev.broadsheet.bench.run;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.topic.TopicInstaller;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The sink against other ways to load the same documents into the same kind of index.
///
/// Each way is a process that is started anew for each round and meets all documents as a backlog.
/// The first quarter of them warms it up; the rest is measured, until all are searchable and no
/// merge runs.
final class Contest {
  static final String SINK = "sink";
  static final String BULK = "bulk";
  static final String PASS = "pass";
  static final String PEER = "peer";
  static final List<String> WAYS = List.of(BULK, SINK, PASS, PEER);

  private static final Topics TOPICS = new Topics("contest");
  private static final int SINK_BYTES = 5_000_000;
  private static final int IN_FLIGHT = 2;
  private static final int WARM_SHARE = 4;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Site site;
  private final TopicCopy copy;
  private final Path file;
  private TopicCopy.Copied documents = new TopicCopy.Copied(0, 0);
  private int serial;

  /// How the raw bulk requests are.
  record Bulk(int bytes, int inFlight) {}

  Contest(Site site) {
    this.site = site;
    this.copy = new TopicCopy(site.stack().bootstrapServers());
    this.file = site.folder().resolve("documents");
  }

  /// Takes the documents that a pipeline has made.
  TopicCopy.Copied prepare(Topics pipeline, int partitions, long count) throws IOException {
    TopicInstaller.install(new Target(site.stack().bootstrapServers(), TOPICS), partitions, 1);
    documents = copy.copy(pipeline.articles(), TOPICS.articles(), count, file);
    return documents;
  }

  /// Measures one way.
  Trial run(String way, Bulk bulk) throws InterruptedException {
    int number = ++serial;
    var index = new ArticleIndex(site.stack().elasticsearchUrl(), "contest-%d".formatted(number));
    index.create();
    start(way, bulk, index, number);
    Trial trial = measure(way, index);
    site.stop(way);
    if (way.equals(SINK)) {
      copy.forget(TOPICS.prefix() + "-sink");
    }
    index.delete();
    return trial;
  }

  private Trial measure(String way, ArticleIndex index) throws InterruptedException {
    index.awaitIndexed(documents.documents() / WARM_SHARE, LIMIT);
    long before = index.indexed();
    Snapshot start = site.look();
    index.awaitIndexed(documents.documents(), LIMIT);
    double acknowledged = (System.nanoTime() - start.nanos()) / 1e9;
    index.settle();
    return new Trial(
        way, documents.documents() - before, site.look().since(start), acknowledged, site.peaks());
  }

  private void start(String way, Bulk bulk, ArticleIndex index, int number) {
    if (way.equals(SINK)) {
      site.launch(
          SINK,
          SINK,
          Map.of(
              Settings.TOPIC_PREFIX.name(), TOPICS.prefix(),
              Settings.INDEX_ALIAS.name(), index.alias()));
      return;
    }
    String node = site.stack().elasticsearchUrl().toString();
    String count = Long.toString(documents.documents());
    if (way.equals(BULK)) {
      site.load(
          way,
          List.of(
              node,
              index.writeAlias(),
              count,
              Integer.toString(bulk.bytes()),
              Integer.toString(bulk.inFlight()),
              file.toString()));
    } else {
      site.load(
          way,
          List.of(
              node,
              index.writeAlias(),
              count,
              Integer.toString(SINK_BYTES),
              Integer.toString(IN_FLIGHT),
              site.stack().bootstrapServers(),
              TOPICS.articles(),
              "contest-" + number));
    }
  }
}
