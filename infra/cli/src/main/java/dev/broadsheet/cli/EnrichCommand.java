package dev.broadsheet.cli;

import dev.broadsheet.enrich.EnrichApp;
import dev.broadsheet.enrich.EnrichConfig;
import dev.broadsheet.enrich.IssueEnricher;
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
    EnrichConfig config = EnrichConfig.from(options.settings());
    IssueEnricher enricher =
        config.topicTerms().isEmpty()
            ? IssueEnricher.load()
            : IssueEnricher.load(config.topicTerms().getFirst());
    var app = new EnrichApp(config, enricher);
    run.onStop(app::close);
    try {
      app.start(run::ready);
      return app.await() ? 0 : 1;
    } finally {
      app.close();
      run.ended();
    }
  }
}
