package dev.broadsheet.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.broadsheet.cli.calendar.IssuesOfPaper;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.room.search.ArticleIndex;
import dev.broadsheet.room.state.Pipeline;
import dev.broadsheet.stack.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Asks Kafka, Elasticsearch and the stages of this machine how far everything is. One thread at a
/// time.
final class StatusReader implements AutoCloseable {
  private static final List<String> PROCESSES =
      List.of("broker", "node", "ingest", "enrich", "sink", "room");

  /// Counting dead letters takes reading the ledger.
  private static final Duration LETTERS_AGE = Duration.ofSeconds(30);

  private final Settings settings;
  private final Path data;
  private final String alias;
  private final Rates rates;
  private List<Pipeline.Letters> letters = List.of();
  private long lettersAt = System.nanoTime() - LETTERS_AGE.toNanos();

  StatusReader(Settings settings, Path data) {
    this.settings = settings;
    this.data = data;
    this.alias = settings.get(Settings.INDEX_ALIAS);
    this.rates = new Rates(new StagePorts(data));
  }

  Status read() throws IOException, InterruptedException {
    try (var state = new PipelineState(settings);
        var elastic = new Elastic(settings)) {
      var partitions = state.lags().stream().map(StatusReader::partition).toList();
      var lag = new LinkedHashMap<String, Long>();
      partitions.forEach(p -> lag.merge(p.group(), p.behind(), Long::sum));
      return new Status(
          processes(),
          new TreeMap<>(state.sizes()),
          lag,
          new Status.Flow(partitions, rates.read()),
          letters(),
          elastic.ask(this::documents),
          elastic.ask(client -> new ArticleIndex(client, alias).holdings().papers()),
          elastic.ask(this::missing));
    }
  }

  private static Status.Partition partition(Lags.Lag lag) {
    var at = lag.partition();
    return new Status.Partition(
        lag.group(), at.topic(), at.partition(), lag.committed(), lag.end(), lag.behind());
  }

  private Map<String, Long> processes() {
    var pids = new LinkedHashMap<String, Long>();
    PROCESSES.forEach(name -> pids.put(name, ServerProcess.find(data, name).orElse(-1)));
    return pids;
  }

  private List<Pipeline.Letters> letters() {
    if (System.nanoTime() - lettersAt >= LETTERS_AGE.toNanos()) {
      try (var pipeline = new RoomPipeline(settings)) {
        letters = pipeline.letters();
      }
      lettersAt = System.nanoTime();
    }
    return letters;
  }

  private Status.Documents documents(ElasticsearchClient client) throws IOException {
    long live = client.count(c -> c.index(alias)).count();
    String all = alias + "-write";
    return new Status.Documents(
        live, client.count(c -> c.index(all)).count() - live, bytes(client, all));
  }

  private static long bytes(ElasticsearchClient client, String index) throws IOException {
    try {
      var total = client.indices().stats(s -> s.index(index)).all().total();
      return total == null || total.store() == null ? -1 : total.store().sizeInBytes();
    } catch (ElasticsearchException e) {
      if (e.status() == 403) {
        // A key that only reads may count, and not measure.
        return -1;
      }
      throw e;
    }
  }

  private Map<String, List<String>> missing(ElasticsearchClient client) throws IOException {
    return MissingIssues.read(new IssuesOfPaper(client, alias), PaperOptions.all(settings));
  }

  @Override
  public void close() {
    rates.close();
  }
}
