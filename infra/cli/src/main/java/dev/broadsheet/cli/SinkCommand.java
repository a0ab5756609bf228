package dev.broadsheet.cli;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.sink.SinkApp;
import dev.broadsheet.sink.SinkConfig;
import dev.broadsheet.watch.Watch;
import dev.broadsheet.watch.WatchConfig;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `broadsheet sink`: the sink stage in the foreground.
@Command(
    name = "sink",
    mixinStandardHelpOptions = true,
    description = "Runs the sink stage: writes articles into Elasticsearch.",
    footer = {"", "Ends in order on Ctrl-C. Run more of them to share the partitions."})
final class SinkCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Mixin private StageRun run;

  @Override
  public Integer call() throws Exception {
    run.begin();
    Settings settings = options.settings();
    SinkConfig config = SinkConfig.from(settings);
    var stop = new AtomicBoolean();
    run.onStop(() -> stop.set(true));
    try (var watch = Watch.start("sink", WatchConfig.from(settings));
        var _ = watch.bind(() -> new PaperMeters(settings))) {
      var app = new SinkApp(config, watch);
      // Its first question is the sign that it polls.
      var ready = new AtomicBoolean();
      app.run(
          () -> {
            if (ready.compareAndSet(false, true)) {
              run.ready();
            }
            return stop.get();
          });
      return 0;
    } finally {
      run.ended();
    }
  }
}
