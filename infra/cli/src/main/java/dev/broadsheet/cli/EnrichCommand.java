package dev.broadsheet.cli;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.enrich.EnrichApp;
import dev.broadsheet.enrich.EnrichConfig;
import dev.broadsheet.enrich.IssueEnricher;
import dev.broadsheet.watch.Watch;
import dev.broadsheet.watch.WatchConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `broadsheet enrich`: the enrich stage in the foreground.
@Command(
    name = "enrich",
    mixinStandardHelpOptions = true,
    description = "Runs the enrich stage: splits issues into articles and enriches them.",
    footer = {"", "Ends in order on Ctrl-C. Run more of them to share the partitions."})
final class EnrichCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Mixin private StageRun run;

  @Override
  public Integer call() throws Exception {
    run.begin();
    Settings settings = options.settings();
    EnrichConfig config = EnrichConfig.from(settings);
    IssueEnricher enricher =
        config.topicTerms().isEmpty()
            ? IssueEnricher.load()
            : IssueEnricher.load(config.topicTerms().getFirst());
    try (var watch = Watch.start("enrich", WatchConfig.from(settings));
        var _ = watch.disk(config.stateDir());
        var app = new EnrichApp(config, enricher, watch)) {
      run.onStop(app::close);
      app.start(run::ready);
      return app.await() ? 0 : 1;
    } finally {
      run.ended();
    }
  }
}
