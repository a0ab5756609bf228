package dev.broadsheet.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.broadsheet.cli.calendar.IssuesOfPaper;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.stack.ServerProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `broadsheet status`: how far everything is, on one screen.
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows processes, lag, topics, document counts and missing issues.")
final class StatusCommand implements Callable<Integer> {
  private static final List<String> PROCESSES =
      List.of("broker", "node", "ingest", "enrich", "sink", "room");

  private static final String CLEAR = "\u001b[H\u001b[2J";

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "the same for scripts; one line each time")
  private boolean json;

  @Option(names = "--watch", description = "show it again and again until Ctrl-C")
  private boolean watch;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "time between two looks with --watch (default: ${DEFAULT-VALUE})")
  private int every;

  @Option(names = "--times", hidden = true, defaultValue = "0", description = "looks; 0 for ever")
  private int times;

  /// All that is shown.
  ///
  /// @param processes name to process id; -1 when it does not run here
  /// @param topics name to offsets in use
  /// @param lag group to records that it is behind
  /// @param documents in the index that searches go to, withdrawn ones apart
  /// @param missing paper to its issues of the last month that were due and are not there
  record Status(
      Map<String, Long> processes,
      Map<String, Long> topics,
      Map<String, Long> lag,
      Documents documents,
      Map<String, List<String>> missing) {}

  /// Documents by what searches see.
  record Documents(long live, long withdrawn) {}

  @Override
  public Integer call() throws Exception {
    if (every < 1) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--every: 1 or more is due");
    }
    Settings settings = options.settings();
    show(settings);
    for (int shown = 1; watch && (times == 0 || shown < times); shown++) {
      Thread.sleep(Duration.ofSeconds(every));
      show(settings);
    }
    return 0;
  }

  private void show(Settings settings) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Status status = read(settings, options.data());
    if (json) {
      out.println(Json.text(status));
      return;
    }
    if (watch) {
      out.print(Terminal.isThere() ? CLEAR : "");
      out.printf("  %s%n%n", Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }
    print(status, settings, options.data(), out);
    Stages.room(options.data()).ifPresent(room -> out.printf("  reading room: %s%n", room));
    out.flush();
  }

  private static Status read(Settings settings, Path data) throws IOException {
    try (var state = new PipelineState(settings);
        var elastic = new Elastic(settings)) {
      var lag = new LinkedHashMap<String, Long>();
      state.lags().forEach(l -> lag.merge(l.group(), l.behind(), Long::sum));
      String alias = settings.get(Settings.INDEX_ALIAS);
      return new Status(
          processes(data),
          new TreeMap<>(state.sizes()),
          lag,
          elastic.ask(client -> documents(client, alias)),
          elastic.ask(
              client ->
                  MissingIssues.read(
                      new IssuesOfPaper(client, alias), PaperOptions.all(settings))));
    }
  }

  private static Map<String, Long> processes(Path data) {
    var pids = new LinkedHashMap<String, Long>();
    PROCESSES.forEach(name -> pids.put(name, ServerProcess.find(data, name).orElse(-1)));
    return pids;
  }

  private static Documents documents(ElasticsearchClient client, String alias) throws IOException {
    long live = client.count(c -> c.index(alias)).count();
    String all = alias + "-write";
    return new Documents(live, client.count(c -> c.index(all)).count() - live);
  }

  private static String address(StagePorts ports, String name) {
    OptionalInt port = ports.of(name);
    return port.isPresent() ? "http://127.0.0.1:" + port.getAsInt() : "";
  }

  private static void print(Status status, Settings settings, Path data, PrintWriter out) {
    var ports = new StagePorts(data);
    var processes = new Table(List.of("process", "state", "metrics and health"), 10, 20, 40);
    status
        .processes()
        .forEach(
            (name, pid) ->
                processes.row(
                    name,
                    pid < 0 ? "not here" : "process " + pid,
                    pid < 0 ? "" : address(ports, name)));
    out.println(processes);
    var lags = new Table(List.of("consumer group", "records behind"), 40, 20);
    status.lag().forEach((group, behind) -> lags.row(group, Long.toString(behind)));
    out.println(lags);
    var topics = new Table(List.of("topic", "offsets in use"), 40, 20);
    status.topics().forEach((topic, size) -> topics.row(topic, Long.toString(size)));
    out.println(topics);
    out.printf(
        "  %s: %d articles to search, %d withdrawn%n",
        settings.get(Settings.INDEX_ALIAS),
        status.documents().live(),
        status.documents().withdrawn());
    out.println("  (offsets count the ends of transactions, too)");
    status
        .missing()
        .forEach(
            (paper, issues) ->
                out.printf(
                    "%n  %s: %d missing of the last %d days: %s%n",
                    Display.safe(paper),
                    issues.size(),
                    MissingIssues.DAYS,
                    String.join(", ", issues)));
  }
}
