package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.rig.GeneratedPage;
import dev.broadsheet.rig.PageGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many files through an inbox that moves them to an archive, while ingest is killed again and
/// again. Each test has keys of its own.
@Tag("stack")
@Tag("long")
@Timeout(3_600)
class BackfillIT {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final int KILLS_BETWEEN = 20;
  private static final int KILLS_OF_A_YEAR = 10;

  /// Small, so that publishing and moving take turns.
  private static final int BATCH = 20;

  private static final int ROUND = 3 * BATCH;

  @TempDir private static Path folder;
  private static Pipeline pipeline;

  @BeforeAll
  static void start() {
    pipeline =
        Pipeline.start(
            folder.resolve("data"),
            Map.of(
                "ingest.done",
                "move",
                "ingest.archive",
                archive().toString(),
                "ingest.quarantine",
                folder.resolve("quarantine").toString(),
                "ingest.batch.issues",
                Integer.toString(BATCH),
                "ingest.settle.ms",
                "200",
                "ingest.scan.ms",
                "500"),
            Map.of());
  }

  @AfterAll
  static void stop() {
    if (pipeline != null) {
      pipeline.close();
    }
  }

  @Test
  void killedBetweenPublishingAndMovingEveryFileIsInOnePlaceAndPublishedOnce() {
    var random = new Random(5);
    var generator = new PageGenerator(5, 1, 2);
    Map<String, String> offered = new TreeMap<>();
    int between = 0;
    int kills = 0;

    for (; between < KILLS_BETWEEN && kills < 5 * KILLS_BETWEEN; kills++) {
      String name = "kill/%03d".formatted(kills);
      Map<String, String> round = new TreeMap<>();
      for (int i = 0; i < ROUND; i++) {
        round.put("%s/%02d".formatted(name, i), generator.next().text());
      }
      offered.putAll(round);
      offer(name, round);
      awaitMoved(name, 1 + random.nextInt(ROUND - 1));
      pipeline.process("ingest").kill();

      assertThat(whereabouts("kill")).isEqualTo(offered);
      long published = published("kill").keySet().stream().filter(round::containsKey).count();
      between += published > files(archive().resolve(name)).size() ? 1 : 0;
      pipeline.process("ingest").restart();
    }
    await().atMost(LONG).until(() -> files(pipeline.inbox().resolve("kill")).isEmpty());

    System.out.printf("%d kills, %d of them between publishing and moving%n", kills, between);
    assertThat(between).isEqualTo(KILLS_BETWEEN);
    assertThat(whereabouts("kill")).isEqualTo(offered);
    assertThat(published("kill").keySet()).isEqualTo(offered.keySet());
    assertThat(published("kill").values()).containsOnly(1);
    assertAllIsInTheIndex();
  }

  /// 3 papers, 300 days, 4 pages.
  @Test
  void fillsAYearInThoughIngestIsKilledTenTimes() {
    var generator = new PageGenerator(6, 1, 3, 4);
    List<GeneratedPage> pages =
        Stream.generate(generator::next)
            .limit(3 * 300 * 4)
            .map(p -> new GeneratedPage("year/" + p.key(), p.text(), p.headlines()))
            .toList();
    Map<String, String> offered = new TreeMap<>();
    pages.forEach(p -> offered.put(p.key(), p.text()));
    long start = System.nanoTime();
    offer("year", offered);

    long down = 0;
    for (int kill = 1; kill <= KILLS_OF_A_YEAR; kill++) {
      awaitMoved("year", kill * pages.size() / (KILLS_OF_A_YEAR + 1));
      long killed = System.nanoTime();
      pipeline.process("ingest").kill();
      pipeline.process("ingest").restart();
      down += System.nanoTime() - killed;
    }
    awaitMoved("year", pages.size());
    double taken = seconds(System.nanoTime() - start);
    assertAllIsInTheIndex();
    double indexed = seconds(System.nanoTime() - start);

    System.out.printf(
        "%d pages, %d kills: taken in within %.1f s (%.0f a second), %.1f s of it starting again;"
            + " all in the index after %.1f s (%.0f pages a second)%n",
        pages.size(),
        KILLS_OF_A_YEAR,
        taken,
        pages.size() / taken,
        seconds(down),
        indexed,
        pages.size() / indexed);
    assertThat(whereabouts("year")).isEqualTo(offered);
    assertThat(published("year").keySet()).isEqualTo(offered.keySet());
    assertThat(published("year").values()).containsOnly(1);
  }

  private static Path archive() {
    return folder.resolve("archive");
  }

  /// All at once, by one rename.
  private static void offer(String name, Map<String, String> pages) {
    try {
      Path outside = folder.resolve("outside");
      for (var page : pages.entrySet()) {
        Path file = outside.resolve(page.getKey() + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, page.getValue());
      }
      Path target = pipeline.inbox().resolve(name);
      Files.createDirectories(target.getParent());
      Files.move(outside.resolve(name), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns within moments of it.
  private static void awaitMoved(String name, int files) {
    long end = System.nanoTime() + LONG.toNanos();
    while (files(archive().resolve(name)).size() < files) {
      assertThat(System.nanoTime()).as("files in the archive of " + name).isLessThan(end);
      LockSupport.parkNanos(500_000);
    }
  }

  /// The text of each file by its path without extension.
  ///
  /// @throws AssertionError when a file is in two places
  private static Map<String, String> whereabouts(String name) {
    Map<String, String> found = new TreeMap<>();
    for (Path root : List.of(pipeline.inbox(), archive(), folder.resolve("quarantine"))) {
      for (Path file : files(root.resolve(name))) {
        String key = root.relativize(file).toString().replace(".txt", "");
        try {
          assertThat(found.put(key, Files.readString(file))).as(key + " in two places").isNull();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return found;
  }

  private static List<Path> files(Path root) {
    for (int i = 0; true; i++) {
      try (Stream<Path> files = Files.exists(root) ? Files.walk(root) : Stream.empty()) {
        return files.filter(Files::isRegularFile).toList();
      } catch (IOException | UncheckedIOException e) {
        // A folder may go while it is walked.
        if (i == 3) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /// How often each issue was committed to the issues topic.
  private static Map<String, Integer> published(String name) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            pipeline.stack().bootstrapServers(),
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            false);
    Map<String, Integer> counts = new HashMap<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("broadsheet.issues").stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                r -> {
                  if (r.key().startsWith(name + "/")) {
                    counts.merge(r.key(), 1, Integer::sum);
                  }
                });
      }
    }
    return counts;
  }

  private static void assertAllIsInTheIndex() {
    pipeline.awaitCaughtUp(LONG);
    var books = pipeline.command("reconcile");
    assertThat(books.code()).as(books.out() + books.err()).isZero();
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
