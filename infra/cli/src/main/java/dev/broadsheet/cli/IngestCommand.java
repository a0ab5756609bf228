package dev.broadsheet.cli;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.IngestApp;
import dev.broadsheet.ingest.IngestConfig;
import dev.broadsheet.ingest.IngestReport;
import dev.broadsheet.ingest.Inlet;
import dev.broadsheet.ingest.Progress;
import dev.broadsheet.ingest.intake.Tally;
import dev.broadsheet.ingest.poll.Feed;
import dev.broadsheet.ingest.poll.PollInlet;
import dev.broadsheet.ingest.push.PushConfig;
import dev.broadsheet.ingest.push.PushServer;
import dev.broadsheet.watch.Watch;
import dev.broadsheet.watch.WatchConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `broadsheet ingest`: files and folders once, or the inbox for ever.
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Takes files and folders in, once; without a path, watches the inbox until Ctrl-C.",
      "Files are text in UTF-8, UTF-16, GB18030 or Big5, HTML, PDF, JSON lines, zip, gzip or tar.",
      "The same bytes again change nothing; other bytes under the same key are a new revision."
    },
    footer = {
      "",
      "  broadsheet ingest papers/                  every file below, key = path below papers/",
      "  broadsheet ingest                          watches the folder of the setting ingest.inbox",
      "  broadsheet ingest --set push.address=127.0.0.1:8680    also takes PUT /issues/KEY there",
      "",
      "Exit code 1 when a file was refused; it stays where it is, the others go on."
    })
final class IngestCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Mixin private StageRun run;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", description = "files and folders to take in once")
  private List<Path> paths = List.of();

  @Option(names = "--reissue", description = "bring back what was withdrawn")
  private boolean reissue;

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    IngestConfig config = IngestConfig.from(settings);
    if (!paths.isEmpty()) {
      return once(new IngestApp(config, Clock.systemUTC()));
    }
    try (var watch = Watch.start("ingest", WatchConfig.from(settings));
        var _ = watch.disk(config.door().inbox())) {
      return watch(new IngestApp(config, Clock.systemUTC(), watch), inlets(settings));
    }
  }

  private Settings settings() throws IOException {
    Settings settings = options.settings();
    return reissue ? settings.with(Map.of(IngestConfig.REISSUE.name(), "true")) : settings;
  }

  private int once(IngestApp app) {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    IngestReport report;
    try (var bar = new Bar("files", err)) {
      report = app.ingest(paths, bar);
    }
    report.refusals().forEach(r -> err.println("broadsheet: " + r.line()));
    Tally tally = report.tally();
    out.printf(
        "%d accepted, %d revised, %d unchanged, %d withdrawn and left so, %d refused%n",
        tally.accepted(),
        tally.revised(),
        tally.unchanged(),
        tally.stillWithdrawn(),
        tally.refused());
    return report.exitCode();
  }

  private static List<Inlet> inlets(Settings settings) {
    var inlets = new ArrayList<Inlet>();
    PushConfig.from(settings).map(PushServer::inlet).ifPresent(inlets::add);
    settings
        .get(PollInlet.FEEDS)
        .forEach(file -> inlets.add(new PollInlet(Feed.read(file), Clock.systemUTC())));
    return inlets;
  }

  private int watch(IngestApp app, List<Inlet> inlets) throws InterruptedException {
    run.begin();
    var stop = new AtomicBoolean();
    run.onStop(() -> stop.set(true));
    try {
      run.ready();
      app.watch(inlets, stop::get, Progress.NONE);
      return 0;
    } finally {
      run.ended();
    }
  }
}
