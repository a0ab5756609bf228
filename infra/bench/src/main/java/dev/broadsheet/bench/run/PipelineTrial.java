package dev.broadsheet.bench.run;

import dev.broadsheet.bench.page.MadePage;
import dev.broadsheet.bench.page.PageMaker;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.topic.TopicInstaller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;

/// The three stages side by side, from files in the inbox to documents that are searchable.
final class PipelineTrial {
  static final String NAME = "pipeline";
  static final Topics TOPICS = new Topics("broadsheet");
  static final int PARTITIONS = 6;
  static final List<String> STAGES = List.of("ingest", "enrich", "sink");

  private static final long SEED = 20_240_318;
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Duration STILL = Duration.ofSeconds(4);

  private final Site site;
  private final BenchOptions options;
  private final ArticleIndex index;
  private final Path inbox;
  private final List<Map<String, HeapLook>> heaps = new ArrayList<>();
  private int round;
  private long documents;
  private long textBytes;

  PipelineTrial(Site site, BenchOptions options) {
    this.site = site;
    this.options = options;
    this.index = new ArticleIndex(site.stack().elasticsearchUrl(), "broadsheet-articles");
    this.inbox = site.folder().resolve("inbox");
  }

  ArticleIndex index() {
    return index;
  }

  /// The heap of each stage after each round.
  List<Map<String, HeapLook>> heaps() {
    return List.copyOf(heaps);
  }

  /// Bytes of the pages of one round.
  long textBytes() {
    return textBytes;
  }

  /// Documents of one round.
  long documents() {
    return documents;
  }

  /// Makes topics and index, and starts the stages.
  ///
  /// @return seconds from the start of each stage until it was ready
  Map<String, Double> start(Map<String, String> more) throws IOException {
    Files.createDirectories(inbox);
    TopicInstaller.install(new Target(site.stack().bootstrapServers(), TOPICS), PARTITIONS, 1);
    index.create();
    var seconds = new LinkedHashMap<String, Double>();
    for (String stage : STAGES) {
      var settings = new HashMap<>(more);
      settings.put("ingest.inbox", inbox.toString());
      settings.put("enrich.state.dir", site.folder().resolve("state").toString());
      long begin = System.nanoTime();
      site.launch(stage, stage, settings);
      site.awaitReady(stage);
      seconds.put(stage, (System.nanoTime() - begin) / 1e9);
    }
    return seconds;
  }

  void stop() {
    STAGES.forEach(site::stop);
  }

  /// Runs rounds that nobody measures: the first counts the documents, the last warms the node, and
  /// those between warm the stages only.
  ///
  /// @param bare how many rounds lie between
  void warmUp(int bare) throws IOException, InterruptedException {
    countDocuments();
    for (int i = 0; i < bare; i++) {
      index.createBare();
      deliver(stage());
      index.awaitIndexed(documents, LIMIT);
    }
    if (bare > 0) {
      index.create();
      deliver(stage());
      index.awaitIndexed(documents, LIMIT);
    }
  }

  private void countDocuments() throws IOException, InterruptedException {
    deliver(stage());
    long seen = 0;
    long since = System.nanoTime();
    while (seen == 0 || System.nanoTime() - since < STILL.toNanos()) {
      Thread.sleep(200);
      long now = index.indexed();
      if (now != seen) {
        seen = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > LIMIT.toNanos()) {
        throw new IllegalStateException("no documents arrive: see the logs of the stages");
      }
    }
    documents = seen;
  }

  /// Measures a round into an index that is new: time from the first issue in Kafka, processor time
  /// from the moment that the files lie in the inbox.
  Trial run() throws IOException, InterruptedException {
    index.create();
    String folder = stage();
    try (Admin admin =
        Admin.create(
            Map.<String, Object>of("bootstrap.servers", site.stack().bootstrapServers()))) {
      LongSupplier taken = () -> Offsets.ends(admin, Set.of(TOPICS.issues()));
      long before = taken.getAsLong();
      Snapshot start = site.look();
      deliver(folder);
      while (taken.getAsLong() == before) {
        Thread.sleep(20);
      }
      Snapshot first = site.look();
      index.awaitIndexed(documents, LIMIT);
      double acknowledged = (System.nanoTime() - first.nanos()) / 1e9;
      index.settle();
      Snapshot end = site.look();
      Span all = end.since(start);
      Span timed = end.since(first);
      heaps.add(site.heaps(STAGES));
      return new Trial(
          NAME,
          documents,
          new Span(timed.seconds(), all.cpu(), timed.others(), timed.stolen()),
          acknowledged,
          site.peaks());
    }
  }

  /// Writes the same pages every time, under keys of their own, beside the inbox.
  ///
  /// @return their folder
  private String stage() throws IOException {
    String folder = "round" + ++round;
    var maker = new PageMaker(folder, options.samples(), SEED);
    textBytes = 0;
    for (int i = 0; i < options.size().pages(); i++) {
      MadePage page = maker.next();
      byte[] text = page.text().getBytes(StandardCharsets.UTF_8);
      Path file = staged().resolve(page.key() + ".txt");
      Files.createDirectories(file.getParent());
      Files.write(file, text);
      textBytes += text.length;
    }
    return folder;
  }

  private void deliver(String folder) throws IOException {
    Files.move(staged().resolve(folder), inbox.resolve(folder));
  }

  private Path staged() {
    return site.folder().resolve("staged");
  }
}
