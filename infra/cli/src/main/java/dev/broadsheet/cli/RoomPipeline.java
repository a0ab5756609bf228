package dev.broadsheet.cli;

import dev.broadsheet.cli.letter.LetterBox;
import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.KafkaAccess;
import dev.broadsheet.room.state.Pipeline;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// What the reading room is told of Kafka.
final class RoomPipeline implements Pipeline, AutoCloseable {
  private final KafkaAccess kafka;
  private final PipelineState state;

  RoomPipeline(Settings settings) {
    this.kafka = KafkaAccess.from(settings);
    this.state = new PipelineState(settings);
  }

  @Override
  public Lag lag() {
    long enrich = 0;
    long sink = 0;
    for (var lag : state.lags()) {
      if (lag.group().equals(state.enrichGroup())) {
        enrich += lag.behind();
      } else {
        sink += lag.behind();
      }
    }
    return new Lag(enrich, sink);
  }

  @Override
  public List<Letters> letters() {
    Topics topics = state.topics();
    var sizes = state.sizes();
    long written =
        sizes.getOrDefault(topics.issuesDeadLetters(), 0L)
            + sizes.getOrDefault(topics.articlesDeadLetters(), 0L);
    if (written == 0) {
      // Which letters are open takes reading the whole ledger.
      return List.of();
    }
    record Kind(String stage, String reason) {}
    var counts =
        new TreeMap<Kind, Long>(Comparator.comparing(Kind::stage).thenComparing(Kind::reason));
    try (var scan = new TopicScan(kafka)) {
      new LetterBox(topics, scan)
          .forEachOpen(
              (letter, _) ->
                  counts.merge(
                      new Kind(letter.cause().stage(), letter.cause().reason()), 1L, Long::sum));
    }
    return counts.entrySet().stream()
        .map(e -> new Letters(e.getKey().stage(), e.getKey().reason(), e.getValue()))
        .toList();
  }

  @Override
  public void close() {
    state.close();
  }
}
