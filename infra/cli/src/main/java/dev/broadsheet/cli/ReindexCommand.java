package dev.broadsheet.cli;

import dev.broadsheet.cli.letter.Replayer;
import dev.broadsheet.cli.reindex.Reindexer;
import dev.broadsheet.cli.reindex.Report;
import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.KafkaAccess;
import dev.broadsheet.enrich.IssueEnricher;
import dev.broadsheet.ingest.IngestConfig;
import dev.broadsheet.ingest.kafka.Patience;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import dev.broadsheet.ingest.table.Hash128;
import dev.broadsheet.sink.install.IndexNames;
import dev.broadsheet.sink.install.IndexVersions;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `broadsheet reindex`: the archive of record through the current code into a new index.
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the newest revision of every issue through the current code into a new index beside"
          + " the",
      "live one, and tells by article what differs. Nothing stops meanwhile. With --yes both"
          + " aliases",
      "are switched at once, and the old index stays for going back; without it the new index is",
      "deleted again."
    },
    footer = {
      "",
      "Let all enrich instances run this version first. Issues whose number of articles differs"
          + " are",
      "published once more as their next revision, so that enrich learns the new number. Issues"
          + " that",
      "this version refuses keep the articles that they have.",
      "",
      "  broadsheet reindex                    what would change",
      "  broadsheet reindex --yes              and switch",
      "  broadsheet reindex --switch-to INDEX  back to an older index, which is brought up to date"
    })
final class ReindexCommand implements Callable<Integer> {
  private static final Duration ENRICH_LIMIT = Duration.ofMinutes(10);
  private static final long PAUSE_MILLIS = 300;

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--yes", description = "switch to the new index")
  private boolean yes;

  @Option(
      names = "--switch-to",
      paramLabel = "INDEX",
      description = "switch to an index that is there")
  private @Nullable String target;

  @Option(names = "--json", description = "the report for scripts")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    var topics = new Topics(settings.get(Settings.TOPIC_PREFIX));
    var names = new IndexNames(settings.get(Settings.INDEX_ALIAS));
    try (var kafka = new TopicScan(KafkaAccess.from(settings));
        var elastic = new Elastic(settings);
        var meter = new Meter()) {
      return elastic.ask(
          client -> {
            var parts =
                new Reindexer.Parts(
                    topics,
                    kafka,
                    client,
                    new IndexVersions(client, names),
                    IssueEnricher.load(),
                    issues -> reissue(settings, kafka, issues));
            var reindexer = new Reindexer(parts, meter);
            return target == null ? report(reindexer.run(yes)) : switchTo(reindexer, target);
          });
    }
  }

  private int switchTo(Reindexer reindexer, String index) throws IOException {
    reindexer.switchTo(index);
    spec.commandLine().getOut().printf("%s is live and up to date%n", Display.safe(index));
    return 0;
  }

  private long reissue(Settings settings, TopicScan kafka, Set<Hash128> issues) {
    var config = IngestConfig.from(settings);
    long published;
    try (var writer =
        LedgerWriter.open(
            config.target(), new Patience(config.outage(), () -> false), Clock.systemUTC())) {
      published =
          new Replayer(config.target().topics(), kafka, writer, _ -> {})
              .reissue(issues)
              .published();
    }
    awaitEnrich(settings);
    return published;
  }

  private static void awaitEnrich(Settings settings) {
    long end = System.nanoTime() + ENRICH_LIMIT.toNanos();
    try (var state = new PipelineState(settings)) {
      while (state.lags().stream()
          .anyMatch(l -> l.group().equals(state.enrichGroup()) && l.behind() > 0)) {
        if (System.nanoTime() - end >= 0) {
          throw new Unreachable(
              "the new index is live, but enrich is not through; start it, and then run"
                  + " ./broadsheet reindex --yes again");
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for enrich", e);
    }
  }

  private int report(Report report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(report));
    } else {
      print(report, out);
    }
    return report.lost().isEmpty() ? 0 : 1;
  }

  private static void print(Report report, PrintWriter out) {
    var differences = report.differences();
    out.printf(
        "%d issues from %s into %s: %d articles as before%n",
        report.issues(), report.from(), report.to(), differences.same());
    changes(out, "added", differences.added());
    changes(out, "gone", differences.gone());
    changes(out, "other headline", differences.headlines());
    changes(out, "other topics", differences.topics());
    if (report.refused() > 0) {
      out.printf(
          "%d issues are refused by this version; they keep what they have%n", report.refused());
    }
    if (!report.lost().isEmpty()) {
      out.printf(
          "Elasticsearch refuses %d articles that are live now, so nothing was switched:%n",
          report.lost().size());
      report.lost().stream().limit(20).forEach(id -> out.println("  " + Display.safe(id)));
    } else if (report.switched()) {
      out.printf("%s is live; %d issues were published again%n", report.to(), report.reissued());
      out.printf(
          "Going back: broadsheet reindex --switch-to %s (delete that index when it is not"
              + " needed)%n",
          report.from());
    } else {
      out.println("Nothing was switched. To switch: broadsheet reindex --yes");
    }
  }

  private static void changes(PrintWriter out, String title, Report.Changes changes) {
    out.printf("%d %s%n", changes.count(), title);
    changes
        .first()
        .forEach(
            c -> {
              String before = c.before() == null ? "" : Display.safe(c.before());
              String after = c.after() == null ? "" : Display.safe(c.after());
              String arrow = before.isEmpty() || after.isEmpty() ? "" : " → ";
              out.printf("  %s  %s%s%s%n", Display.safe(c.id()), before, arrow, after);
            });
  }
}
