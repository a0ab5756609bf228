package dev.broadsheet.cli;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.IngestConfig;
import dev.broadsheet.ingest.topic.TopicInstaller;
import dev.broadsheet.ingest.topic.TopicStep;
import dev.broadsheet.sink.install.IndexInstaller;
import dev.broadsheet.sink.install.IndexNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Makes topics, index template, index and aliases what they should be.
final class Setup {
  private final Settings settings;

  Setup(Settings settings) {
    this.settings = settings;
  }

  /// Does it; again changes nothing.
  ///
  /// @return what was done, a line each
  List<String> run() {
    var done = new ArrayList<String>();
    TopicInstaller.install(
            IngestConfig.from(settings).target(),
            settings.get(TopicInstaller.PARTITIONS),
            settings.get(TopicInstaller.REPLICATION))
        .stream()
        .map(Setup::line)
        .forEach(done::add);
    var names = new IndexNames(settings.get(Settings.INDEX_ALIAS));
    try (var elastic = new Elastic(settings)) {
      done.add(
          "index %s: %s"
              .formatted(
                  names.searchAlias(),
                  elastic.ask(client -> new IndexInstaller(client, names).install())));
    }
    return done;
  }

  private static String line(TopicStep step) {
    return "topic %s: %s, %s"
        .formatted(step.topic(), step.kind().name().toLowerCase(Locale.ROOT), step.message());
  }
}
