package dev.broadsheet.cli;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.access.ElasticAccess;
import dev.broadsheet.room.RoomConfig;
import dev.broadsheet.room.RoomServer;
import dev.broadsheet.sink.install.ElasticConnection;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `broadsheet room`: the reading room in the foreground.
@Command(
    name = "room",
    mixinStandardHelpOptions = true,
    description = "Serves the reading room: a web page to search and read the articles.",
    footer = {
      "",
      "It only reads, and listens on this machine only. Where room.address says",
      "otherwise it demands room.tls.keystore and room.token.file.",
      "Ends in order on Ctrl-C."
    })
final class RoomCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @Mixin private SettingsOptions options;
  @Mixin private StageRun run;
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "-1",
      description = "port on this machine; 0 for any free one (default: that of room.address)")
  private int port;

  @Override
  public Integer call() throws Exception {
    run.begin();
    Settings settings = options.settings();
    if (port >= 0) {
      settings = settings.with(RoomAddress.onThisMachine(port));
    }
    var config = RoomConfig.from(settings);
    var end = new CountDownLatch(1);
    run.onStop(end::countDown);
    try (var elastic = ElasticConnection.to(ElasticAccess.from(settings), TIMEOUT);
        var pipeline = new RoomPipeline(settings);
        var room =
            RoomServer.open(
                config, elastic.client(), settings.get(Settings.INDEX_ALIAS), pipeline)) {
      spec.commandLine().getOut().println("The reading room is open: " + room.address());
      run.ready(room.address().toString());
      end.await();
      return 0;
    } finally {
      run.ended();
    }
  }
}
