package dev.broadsheet.ingest;

import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.ingest.calendar.Days;
import dev.broadsheet.ingest.file.IssueKeys;
import dev.broadsheet.ingest.file.IssueReader;
import dev.broadsheet.ingest.inbox.InboxWatcher;
import dev.broadsheet.ingest.intake.Intake;
import dev.broadsheet.ingest.intake.Tally;
import dev.broadsheet.ingest.kafka.Patience;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import dev.broadsheet.ingest.ledger.Withdrawal;
import dev.broadsheet.ingest.poll.Feed;
import dev.broadsheet.ingest.poll.PollListener;
import dev.broadsheet.ingest.poll.Poller;
import dev.broadsheet.watch.Watch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The entrance of the pipeline. Each call takes the role of the writer, works and gives it up;
/// calls in several processes are safe, they take the role from one another.
public final class IngestApp {
  private final IngestConfig config;
  private final Clock clock;
  private final Watch watch;

  public IngestApp(IngestConfig config, Clock clock) {
    this(config, clock, Watch.off());
  }

  /// @param watch shows what the stage does while it watches; it is the caller's to close
  public IngestApp(IngestConfig config, Clock clock, Watch watch) {
    this.config = config;
    this.clock = clock;
    this.watch = watch;
  }

  /// Takes in files and folders, once. One bad file never stops the others.
  ///
  /// @param paths files and folders, in the order in which they are taken in; folders by name
  /// @throws Unreachable when Kafka does not answer; what was told to `progress` until then stands
  /// @throws IllegalStateException when the machine's locale cannot express Chinese file names
  public IngestReport ingest(List<Path> paths, Progress progress) {
    requireUnicodeNames();
    try (var writer = open(new Patience(config.outage(), () -> false));
        var reader = reader()) {
      return new OneShot(config, reader, writer, progress).run(paths);
    }
  }

  /// Watches the inbox until `stopped` says so. While Kafka is away it waits, however long.
  ///
  /// @param stopped asked several times a second, also from within retries
  /// @return what was done
  /// @throws Unreachable when Kafka does not answer at the start, or fails in a way that time does
  ///     not heal
  /// @throws IllegalStateException when the machine's locale cannot express Chinese file names
  public Tally watch(BooleanSupplier stopped, Progress progress) throws InterruptedException {
    return watch(List.of(), stopped, progress);
  }

  /// Watches the inbox, and takes in what comes by other ways, until `stopped` says so.
  ///
  /// @param inlets other ways in; they end with the watching, the last one first
  /// @param stopped asked several times a second, also from within retries
  /// @return what was done
  /// @throws Unreachable when Kafka does not answer at the start, or fails in a way that time does
  ///     not heal
  /// @throws IllegalStateException when the machine's locale cannot express Chinese file names
  public Tally watch(List<Inlet> inlets, BooleanSupplier stopped, Progress progress)
      throws InterruptedException {
    BooleanSupplier asked =
        () -> {
          watch.health().beat();
          return stopped.getAsBoolean();
        };
    return take(inlets, asked, new IngestMeters(watch.meters(), progress));
  }

  private Tally take(List<Inlet> inlets, BooleanSupplier stopped, Progress progress)
      throws InterruptedException {
    requireUnicodeNames();
    try (var writer = open(Patience.until(stopped));
        var reader = reader();
        var _ = OpenInlets.open(inlets, writer, stopped)) {
      IngestMeters.bind(watch, writer.counters());
      var batch = new Intake.Batch(config.batch().issues(), config.batch().bytes(), false);
      return new InboxWatcher(
              new InboxWatcher.Place(
                  config.door().inbox(),
                  config.pace(),
                  config.files().afterwards(),
                  config.files().isMarked(),
                  stopped),
              clock,
              outcomes -> new Intake(reader, writer, batch, outcomes),
              (file, _, outcome) -> progress.settled(file, outcome))
          .run();
    }
  }

  /// Fetches the issues of a stretch of days from an e-paper site, once.
  ///
  /// @param again whether to ask for what the ledger has, too
  /// @return how many issues are not complete
  /// @throws Unreachable when Kafka does not answer
  public long fill(Feed feed, Days stretch, boolean again, PollListener listener)
      throws InterruptedException {
    try (var writer = open(new Patience(config.outage(), () -> false));
        var poller = Poller.of(feed, writer, clock, listener)) {
      return poller.fill(stretch, again);
    }
  }

  /// Takes an issue out of search.
  ///
  /// @param inAdvance whether to do so for a key under which nothing was ever taken in, so that
  ///     the first text that comes under it stays hidden
  /// @throws IllegalArgumentException when `key` cannot be an issue key
  /// @throws Unreachable when Kafka does not answer
  public Withdrawal withdraw(String key, boolean inAdvance) {
    String checked = IssueKeys.check(key);
    try (var writer = open(new Patience(config.outage(), () -> false))) {
      return writer.withdraw(checked, inAdvance);
    }
  }

  private IssueReader reader() {
    return new IssueReader(config.files().limits(), config.files().pattern());
  }

  private LedgerWriter open(Patience patience) {
    return LedgerWriter.open(config.target(), patience, clock, watch);
  }

  /// In a locale without Unicode the platform lists Chinese names as question marks and cannot open
  /// them.
  private static void requireUnicodeNames() {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    if (!Charset.isSupported(encoding)
        || !Charset.forName(encoding).equals(StandardCharsets.UTF_8)) {
      throw new IllegalStateException(
          "File names are in %s here: set LC_ALL=C.UTF-8 and start again".formatted(encoding));
    }
  }
}
