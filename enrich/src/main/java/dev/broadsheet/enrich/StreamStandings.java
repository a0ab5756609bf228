package dev.broadsheet.enrich;

import dev.broadsheet.watch.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.errors.StreamsNotStartedException;

/// How far the partitions of a Streams application are, and whether it runs at all: while it
/// rebalances or restores it has one thing to do, which is to run again. Any thread may ask.
final class StreamStandings implements Supplier<List<Standing>> {
  private final KafkaStreams streams;
  private final AtomicLong runs = new AtomicLong();

  StreamStandings(KafkaStreams streams) {
    this.streams = streams;
  }

  /// Takes in that the application runs.
  void running() {
    runs.incrementAndGet();
  }

  @Override
  public List<Standing> get() {
    State state = streams.state();
    List<Standing> standings = new ArrayList<>();
    standings.add(new Standing("streams", runs.get(), state == State.RUNNING ? 0 : 1));
    if (state.isRunningOrRebalancing()) {
      addTasks(standings);
    }
    return standings;
  }

  private void addTasks(List<Standing> standings) {
    try {
      streams.metadataForLocalThreads().stream()
          .flatMap(thread -> thread.activeTasks().stream())
          .forEach(task -> add(task, standings));
    } catch (StreamsNotStartedException | IllegalStateException e) {
      // It closes meanwhile: the state says so at the next look.
      standings.removeIf(s -> !"streams".equals(s.part()));
    }
  }

  private static void add(TaskMetadata task, List<Standing> standings) {
    for (TopicPartition partition : task.topicPartitions()) {
      long done = task.committedOffsets().getOrDefault(partition, -1L);
      long end = task.endOffsets().getOrDefault(partition, -1L);
      standings.add(new Standing(partition.toString(), done, Math.max(0, end - Math.max(0, done))));
    }
  }
}
