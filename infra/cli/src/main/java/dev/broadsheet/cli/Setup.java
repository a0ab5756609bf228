package dev.broadsheet.cli;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.topic.TopicInstaller;
import dev.broadsheet.sink.install.IndexInstaller;
import dev.broadsheet.sink.install.IndexNames;
import java.util.ArrayList;
import java.util.List;

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
    done.addAll(TopicInstaller.install(settings));
    var names = new IndexNames(settings.get(Settings.INDEX_ALIAS));
    try (var elastic = new Elastic(settings)) {
      done.add(elastic.ask(client -> new IndexInstaller(client, names).install()));
    }
    return done;
  }
}
