package dev.broadsheet.cli;

import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    description = "Shows processes, rates, lag, dead letters, papers and missing issues.")
final class StatusCommand implements Callable<Integer> {
  /// More do not fit on a screen; `--json` has them all.
  private static final int PAPERS = 12;

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

  @Override
  public Integer call() throws Exception {
    if (every < 1) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--every: 1 or more is due");
    }
    Settings settings = options.settings();
    try (var reader = new StatusReader(settings, options.data())) {
      show(settings, reader.read());
      for (int shown = 1; watch && (times == 0 || shown < times); shown++) {
        Thread.sleep(Duration.ofSeconds(every));
        show(settings, reader.read());
      }
    }
    return 0;
  }

  private void show(Settings settings, Status status) {
    PrintWriter out = spec.commandLine().getOut();
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

  private static String address(StagePorts ports, String name) {
    OptionalInt port = ports.of(name);
    return port.isPresent() ? "http://127.0.0.1:" + port.getAsInt() : "";
  }

  private static void print(Status status, Settings settings, Path data, PrintWriter out) {
    out.println(processes(status, new StagePorts(data)));
    out.println(groups(status));
    var topics = new Table(List.of("topic", "offsets in use"), 40, 20);
    status.topics().forEach((topic, size) -> topics.row(topic, Long.toString(size)));
    out.println(topics);
    out.println("  (offsets count the ends of transactions, too)\n");
    out.printf("  dead letters: %s%n", letters(status));
    var documents = status.documents();
    out.printf(
        "  %s: %d articles to search, %d withdrawn%s%n%n",
        settings.get(Settings.INDEX_ALIAS),
        documents.live(),
        documents.withdrawn(),
        documents.bytes() < 0 ? "" : String.format(Locale.ROOT, ", %.1f MB", documents.bytes() / 1e6));
    if (!status.papers().isEmpty()) {
      out.println(papers(status));
    }
    status.missing().forEach((paper, issues) -> out.println(missing(paper, issues)));
  }

  private static Table processes(Status status, StagePorts ports) {
    var table =
        new Table(List.of("process", "state", "metrics and health", "a second"), 10, 20, 40, 16);
    Map<String, Double> rates = status.flow().perSecond();
    status
        .processes()
        .forEach(
            (name, pid) ->
                table.row(
                    name,
                    pid < 0 ? "not here" : "process " + pid,
                    pid < 0 ? "" : address(ports, name),
                    rates.containsKey(name)
                        ? rates.get(name) + (name.equals("sink") ? " articles" : " pages")
                        : ""));
    return table;
  }

  private static Table groups(Status status) {
    var table =
        new Table(List.of("consumer group", "records behind", "by partition, from 0"), 40, 20, 60);
    status
        .lag()
        .forEach(
            (group, behind) ->
                table.row(
                    group,
                    Long.toString(behind),
                    status.flow().partitions().stream()
                        .filter(p -> p.group().equals(group))
                        .sorted(Comparator.comparingInt(Status.Partition::partition))
                        .map(p -> Long.toString(p.behind()))
                        .collect(Collectors.joining(" "))));
    return table;
  }

  private static String letters(Status status) {
    return status.letters().isEmpty()
        ? "none open"
        : status.letters().stream()
            .map(l -> "%d %s (%s)".formatted(l.count(), l.reason(), l.stage()))
            .collect(Collectors.joining(", "));
  }

  private static Table papers(Status status) {
    var table = new Table(List.of("paper", "last issue", "received", "articles"), 24, 12, 24, 12);
    status.papers().stream()
        .limit(PAPERS)
        .forEach(
            p ->
                table.row(
                    p.name(),
                    p.newest() == null ? "undated" : p.newest(),
                    p.received() == null ? "" : p.received(),
                    Long.toString(p.articles())));
    return table;
  }

  private static String missing(String paper, List<String> issues) {
    return "  %s: %d missing of the last %d days: %s"
        .formatted(
            Display.safe(paper), issues.size(), MissingIssues.DAYS, String.join(", ", issues));
  }
}
