package dev.broadsheet.ingest.inbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.Broker;
import dev.broadsheet.ingest.IngestApp;
import dev.broadsheet.ingest.IngestConfig;
import dev.broadsheet.ingest.Progress;
import dev.broadsheet.ingest.intake.FileOutcome;
import dev.broadsheet.ingest.intake.Tally;
import dev.broadsheet.ingest.kafka.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Tag("stack")
@Timeout(180)
class InboxWatcherIT {
  private static final int SETTLE_MS = 1_000;
  private static final int SOON_MS = 100;
  private static final int MANY = 5_000;

  @TempDir private Path folder;

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private CompletableFuture<Tally> running;

  @AfterEach
  void stop() throws Exception {
    stopped.set(true);
    running.get(60, SECONDS);
  }

  @Test
  void takesWhatIsMovedInAndReplaced() throws IOException {
    var target = Broker.fresh("moved");
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    write(inbox.resolve("paper/00.txt"), "零");
    watch(target);
    awaitTold("00.txt ACCEPTED 1");

    Path outside = write(folder.resolve("out/01.txt"), "一");
    Files.createDirectories(inbox.resolve("paper/new"));
    Files.move(outside, inbox.resolve("paper/new/01.txt"));
    awaitTold("01.txt ACCEPTED 1");
    Path other = write(folder.resolve("out/02.txt"), "二");
    Files.move(other, inbox.resolve("paper/new/01.txt"), StandardCopyOption.REPLACE_EXISTING);
    awaitTold("01.txt REVISED 2");
    Files.move(folder.resolve("inbox/paper"), folder.resolve("inbox/renamed"));
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> told.stream().filter(t -> t.endsWith("ACCEPTED 1")).count() == 4);

    assertThat(Broker.issues(target))
        .extracting(i -> i.key() + "@" + i.revision() + i.text())
        .containsExactlyInAnyOrder(
            "paper/00@1零",
            "paper/new/01@1一",
            "paper/new/01@2二",
            "renamed/00@1零",
            "renamed/new/01@1二");
  }

  @Test
  void readsASlowlyWrittenFileOnceItIsComplete() throws Exception {
    var target = Broker.fresh("slow");
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    watch(target, SETTLE_MS);
    Path file = inbox.resolve("slow.txt");
    long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    long last = System.nanoTime();
    long longest = 0;

    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (System.nanoTime() < end) {
        channel.write(ByteBuffer.wrap("报".getBytes(StandardCharsets.UTF_8)));
        longest = Math.max(longest, System.nanoTime() - last);
        last = System.nanoTime();
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
    awaitTold("slow.txt ACCEPTED 1");

    // A machine that held this thread up for longer than a file must rest proves nothing.
    org.junit.jupiter.api.Assumptions.assumeTrue(
        longest < Duration.ofMillis(SETTLE_MS / 2).toNanos());
    assertThat(Broker.issues(target))
        .singleElement()
        .satisfies(i -> assertThat(i.text()).isEqualTo(Files.readString(file)));
  }

  @Test
  void tellsARefusalOnceAndTakesTheFileWhenItIsMended() throws Exception {
    var target = Broker.fresh("mend");
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    write(inbox.resolve("bad.txt"), "");
    write(inbox.resolve("twin.md"), "文");
    write(inbox.resolve("twin.txt"), "文二");
    watch(target);
    awaitTold("bad.txt empty", "twin.md ACCEPTED 1", "twin.txt key");

    // Several walks later nothing was told again.
    write(inbox.resolve("later.txt"), "后");
    awaitTold("later.txt ACCEPTED 1");
    write(inbox.resolve("bad.txt"), "好");
    Files.delete(inbox.resolve("twin.md"));
    awaitTold("bad.txt ACCEPTED 1", "twin.txt REVISED 2");

    assertThat(told).filteredOn(t -> t.equals("bad.txt empty")).hasSize(1);
    assertThat(told).filteredOn(t -> t.equals("twin.txt key")).hasSize(1);
  }

  @Test
  void waitsForAnInboxThatIsGone() throws IOException {
    var target = Broker.fresh("gone");
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    var logged = new ListAppender<ILoggingEvent>();
    logged.start();
    ((Logger) LoggerFactory.getLogger(InboxWatcher.class)).addAppender(logged);
    watch(target);
    write(inbox.resolve("a.txt"), "一");
    awaitTold("a.txt ACCEPTED 1");

    Files.move(inbox, folder.resolve("unmounted"));
    awaitLogged(logged, Level.ERROR, "cannot be listed");
    // What a file system was mounted on is an empty folder without it.
    Files.createDirectories(inbox);
    awaitLogged(logged, Level.INFO, "is back");
    write(inbox.resolve("below.txt"), "零");
    awaitTold("below.txt ACCEPTED 1");
    Files.delete(inbox.resolve("below.txt"));
    write(folder.resolve("unmounted/b.txt"), "二");
    Files.delete(inbox);
    Files.move(folder.resolve("unmounted"), inbox);
    awaitTold("b.txt ACCEPTED 1");

    assertThat(told)
        .filteredOn(t -> t.startsWith("a.txt"))
        .contains("a.txt ACCEPTED 1")
        .hasSizeLessThan(3);
    assertThat(Broker.issues(target))
        .extracting(RawIssue::withdrawn)
        .containsOnly(false)
        .hasSize(3);
  }

  /// Ten times as many events as the file system keeps for a folder.
  @Test
  void takesFiveThousandFilesThatComeAtOnce() throws IOException {
    var target = Broker.fresh("many");
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    watch(target);
    write(inbox.resolve("first.txt"), "一");
    awaitTold("first.txt ACCEPTED 1");

    for (int i = 0; i < MANY; i++) {
      write(inbox.resolve("%04d.txt".formatted(i)), "第%d页的文字".formatted(i));
    }
    await().atMost(Duration.ofMinutes(2)).until(() -> told.size() > MANY);

    assertThat(told).allMatch(t -> t.endsWith("ACCEPTED 1")).doesNotHaveDuplicates();
    assertThat(Broker.issues(target))
        .hasSize(MANY + 1)
        .allMatch(i -> i.revision() == 1)
        .extracting(RawIssue::key)
        .doesNotHaveDuplicates();
  }

  @Test
  void waitsForKafkaHoweverLong() throws IOException {
    var target = Broker.fresh("away");
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    write(inbox.resolve("a.txt"), "一");
    watch(target);
    awaitTold("a.txt ACCEPTED 1");

    Broker.stack().broker().kill();
    write(inbox.resolve("b.txt"), "二");
    Broker.stack().broker().restart();
    awaitTold("b.txt ACCEPTED 1");
    // The outage must not be taken for a long walk, after which the watcher rests.
    write(inbox.resolve("c.txt"), "三");
    awaitTold("c.txt ACCEPTED 1");

    assertThat(Broker.issues(target))
        .extracting(RawIssue::key)
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  private void watch(Target target) {
    watch(target, SOON_MS);
  }

  private void watch(Target target, int settle) {
    var settings =
        Settings.of(
            Map.of(
                "kafka.bootstrap", target.bootstrap(),
                "topic.prefix", target.topics().prefix(),
                "ingest.inbox", folder.resolve("inbox").toString(),
                "ingest.settle.ms", Integer.toString(settle),
                "ingest.scan.ms", "100"));
    var app = new IngestApp(IngestConfig.from(settings), Clock.systemUTC());
    Progress progress = (file, outcome) -> told.add(file.getFileName() + " " + text(outcome));
    running =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return app.watch(stopped::get, progress);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static String text(FileOutcome outcome) {
    return switch (outcome) {
      case FileOutcome.Taken(var publication, _) ->
          publication.kind() + " " + publication.revision();
      case FileOutcome.Bundle(var publications, _, _) -> "BUNDLE " + publications.size();
      case FileOutcome.Refused(var reason, _) -> reason.code();
      case FileOutcome.Ignored _ -> "ignored";
    };
  }

  private void awaitTold(String... outcomes) {
    await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(told).contains(outcomes));
  }

  private static void awaitLogged(ListAppender<ILoggingEvent> logged, Level level, String message) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                List.copyOf(logged.list).stream()
                    .anyMatch(e -> e.getLevel() == level && e.getMessage().contains(message)));
  }

  private static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
