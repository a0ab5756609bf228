package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.run.ArticleIndex;
import dev.broadsheet.bench.run.Site;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.topic.TopicInstaller;
import java.util.Map;

/// A topic of articles, the sink that reads it, and the index that it fills.
///
/// @param topics of which only that of the articles is used
record Lane(Topics topics, Filling filling) {
  private static final int PARTITIONS = 6;

  /// Makes topic and index, and starts the sink.
  static Lane start(Site site, String name) {
    var topics = new Topics(name);
    TopicInstaller.install(new Target(site.stack().bootstrapServers(), topics), PARTITIONS, 1);
    var index = new ArticleIndex(site.stack().elasticsearchUrl(), name);
    var filling = new Filling(site, index);
    filling.empty();
    String process = Stretch.SINK + "-" + name;
    site.launch(
        process,
        Stretch.SINK,
        Map.of(Settings.TOPIC_PREFIX.name(), name, Settings.INDEX_ALIAS.name(), index.alias()));
    site.awaitReady(process);
    return new Lane(topics, filling);
  }

  String topic() {
    return topics.articles();
  }
}
