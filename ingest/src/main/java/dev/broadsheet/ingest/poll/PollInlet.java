package dev.broadsheet.ingest.poll;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.ingest.Inlet;
import dev.broadsheet.ingest.file.Printable;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Polls a feed for as long as ingest runs, in a thread of its own.
public final class PollInlet implements Inlet {
  /// The feed files.
  public static final Setting<List<Path>> FEEDS =
      new Setting<>(
          "poll.feeds",
          "",
          "feed files of e-paper sites to poll, comma between; empty for none",
          t ->
              Arrays.stream(t.split(","))
                  .map(String::strip)
                  .filter(f -> !f.isEmpty())
                  .map(Path::of)
                  .toList());

  private static final Logger log = LoggerFactory.getLogger(PollInlet.class);

  private final Feed feed;
  private final Clock clock;

  public PollInlet(Feed feed, Clock clock) {
    this.feed = feed;
    this.clock = clock;
  }

  @Override
  public Running open(LedgerWriter writer, BooleanSupplier stopped) {
    var poller = Poller.of(feed, writer, clock, PollInlet::tell);
    Thread thread = Thread.ofPlatform().name("poll").start(() -> run(poller, stopped));
    return () -> {
      thread.interrupt();
      // A read that waits for a silent site ends with its connection.
      poller.close();
      try {
        thread.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private void run(Poller poller, BooleanSupplier stopped) {
    log.atInfo().addKeyValue("paper", Printable.of(feed.paper())).log("Polling a feed");
    try (poller) {
      poller.run();
    } catch (InterruptedException | InterruptException e) {
      log.atInfo().addKeyValue("paper", Printable.of(feed.paper())).log("Feed closed");
    } catch (Unreachable e) {
      // The inbox meets the same and ends the process, unless it is ending already.
      log.atLevel(stopped.getAsBoolean() ? Level.INFO : Level.ERROR)
          .addKeyValue("reason", e.getMessage())
          .log("Polling ended");
    }
  }

  private static void tell(String key, PageOutcome outcome) {
    switch (outcome) {
      case PageOutcome.Taken(var publication) ->
          log.atInfo()
              .addKeyValue("issue", Printable.of(key))
              .addKeyValue("revision", publication.revision())
              .log("Page polled");
      case PageOutcome.Refused(var code, var message) ->
          log.atWarn()
              .addKeyValue("issue", Printable.of(key))
              .addKeyValue("reason", code)
              .log(message);
      case PageOutcome.Later(var message) ->
          log.atInfo()
              .addKeyValue("issue", Printable.of(key))
              .addKeyValue("reason", message)
              .log("Page later");
      case PageOutcome.Known _ -> log.atTrace().log("Page known");
      case PageOutcome.Absent _ ->
          log.atDebug().addKeyValue("issue", Printable.of(key)).log("Page absent");
    }
  }
}
