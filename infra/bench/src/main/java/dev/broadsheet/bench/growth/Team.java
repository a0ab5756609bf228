package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.load.Backlog;
import dev.broadsheet.bench.page.MadePage;
import dev.broadsheet.bench.page.PageArticles;
import dev.broadsheet.bench.run.ArticleIndex;
import dev.broadsheet.bench.run.Site;
import dev.broadsheet.contract.IssueRecords;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.topic.TopicInstaller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Some instances of `enrich` and as many of `sink`, with topics and an index of their own; until
/// it is closed.
final class Team implements AutoCloseable {
  private static final int PARTITIONS = 6;

  private final Site site;
  private final int instances;
  private final Topics topics;
  private final Filling filling;
  private final List<String> processes = new ArrayList<>();

  private Team(Site site, int instances) {
    this.site = site;
    this.instances = instances;
    this.topics = new Topics("team-%d".formatted(instances));
    this.filling =
        new Filling(site, new ArticleIndex(site.stack().elasticsearchUrl(), topics.prefix()));
  }

  static Team start(Site site, int instances) {
    var team = new Team(site, instances);
    TopicInstaller.install(new Target(site.stack().bootstrapServers(), team.topics), PARTITIONS, 1);
    team.filling.empty();
    for (int i = 1; i <= instances; i++) {
      String state = site.folder().resolve(team.name("state", i)).toString();
      team.launch(Stretch.ENRICH, i, "enrich.state.dir", state);
      team.launch(Stretch.SINK, i, "sink.instance", Integer.toString(i));
    }
    team.processes.forEach(site::awaitReady);
    return team;
  }

  private void launch(String stage, int number, String setting, String value) {
    String process = name(stage, number);
    site.launch(
        process,
        stage,
        Map.of(
            Settings.TOPIC_PREFIX.name(),
            topics.prefix(),
            Settings.INDEX_ALIAS.name(),
            filling.index().alias(),
            setting,
            value));
    processes.add(process);
  }

  private String name(String what, int number) {
    return "%s-%d-of-%d".formatted(what, number, instances);
  }

  int instances() {
    return instances;
  }

  /// Lets all of them loose on these issues.
  ///
  /// @param articles that they have
  Stretch work(Backlog backlog, List<MadePage> issues, long articles) throws InterruptedException {
    issues.forEach(
        page -> backlog.add(IssueRecords.write(topics.issues(), PageArticles.issue(page))));
    backlog.flush();
    return filling.measure(backlog, articles);
  }

  @Override
  public void close() {
    processes.forEach(site::stop);
    filling.index().delete();
  }
}
