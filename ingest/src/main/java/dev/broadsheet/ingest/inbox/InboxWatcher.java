package dev.broadsheet.ingest.inbox;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.ingest.file.FileStamp;
import dev.broadsheet.ingest.file.FileWalk;
import dev.broadsheet.ingest.file.IssueReader;
import dev.broadsheet.ingest.file.Printable;
import dev.broadsheet.ingest.hint.Sidecar;
import dev.broadsheet.ingest.intake.FileOutcome;
import dev.broadsheet.ingest.intake.Intake;
import dev.broadsheet.ingest.intake.Outcomes;
import dev.broadsheet.ingest.intake.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in whatever is put into a folder, for as long as it runs. Walks over the whole folder are
/// the truth, events of the file system only bring the next walk forward. Files that had their
/// outcome are put away as [Afterwards] says. A folder that cannot be listed is an error that is
/// retried; what is absent is never taken for withdrawn.
///
/// Every state of a file has one outcome, told once; sidecars and markers have none. One thread
/// runs it; `stopped` may change in any other.
public final class InboxWatcher {
  private static final Logger log = LoggerFactory.getLogger(InboxWatcher.class);
  private static final Duration TOTALS = Duration.ofSeconds(30);

  /// The part of the time that walking may take: of a folder that takes a second to walk, nine
  /// seconds pass until the next walk.
  private static final int REST = 9;

  /// How often to look.
  ///
  /// @param settle how long a file must not change before it is read
  /// @param scan time between two walks when nothing happens
  public record Pace(Duration settle, Duration scan) {}

  private final Path inbox;
  private final Pace pace;
  private final Clock clock;
  private final Outcomes listener;
  private final BooleanSupplier stopped;
  private final Intake intake;
  private final Sightings sightings;
  private final Disposal disposal;
  private final boolean isMarked;
  private Path root;
  private Tally tally = Tally.ZERO;

  /// Of the walk that goes on; only one that saw everything counts.
  private long pass = 1;

  private boolean lost;

  /// @param intakes makes the intake that tells its outcomes to the given listener
  public InboxWatcher(
      Place place, Clock clock, Function<Outcomes, Intake> intakes, Outcomes listener) {
    this.inbox = place.inbox();
    this.root = inbox;
    this.pace = place.pace();
    this.stopped = place.stopped();
    this.clock = clock;
    this.disposal = new Disposal(place.afterwards(), clock);
    this.isMarked = place.isMarked();
    this.listener = listener;
    this.intake = intakes.apply(this::settled);
    this.sightings = new Sightings(pace.settle());
  }

  /// What to watch.
  ///
  /// @param inbox the folder; it need not be there yet
  /// @param pace how often to look
  /// @param afterwards what becomes of files that had their outcome
  /// @param isMarked whether files wait for a marker
  /// @param stopped whether to end
  public record Place(
      Path inbox, Pace pace, Afterwards afterwards, boolean isMarked, BooleanSupplier stopped) {}

  /// Watches until it is stopped.
  ///
  /// @return what was done
  /// @throws Unreachable when Kafka fails in a way that time does not heal
  public Tally run() throws InterruptedException {
    long reported = System.nanoTime();
    log.atInfo().addKeyValue("scan_ms", pace.scan().toMillis()).log("Watching the inbox");
    try (var hints = new Hints()) {
      while (!stopped.getAsBoolean()) {
        long start = System.nanoTime();
        long settledBefore = tally.files();
        walk(hints);
        // A walk that took files in says nothing about how long walking takes.
        long took = tally.files() == settledBefore ? System.nanoTime() - start : 0;
        if (start - reported > TOTALS.toNanos()) {
          reported = start;
          InboxLog.total("Inbox so far", tally);
        }
        Duration rest = Duration.ofNanos(REST * took);
        Duration soon = longer(pace.settle(), rest);
        hints.await(soon, sightings.hasUnsettled() ? soon : longer(pace.scan(), rest), stopped);
      }
    } catch (IOException e) {
      log.atDebug().addKeyValue("reason", e.getMessage()).log("File events did not close");
    } catch (Unreachable e) {
      if (!stopped.getAsBoolean()) {
        throw e;
      }
      log.atInfo().addKeyValue("reason", e.getMessage()).log("Stopped while Kafka was away");
    }
    InboxLog.total("Inbox closed", tally);
    return tally;
  }

  private void walk(Hints hints) {
    try {
      root = inbox.toRealPath();
      FileWalk.walk(root, new Visit(hints));
      intake.flush();
      if (!stopped.getAsBoolean()) {
        sightings.endPass(pass);
        intake.endPass(pass);
        pass++;
      }
      if (lost) {
        log.atInfo().log("The inbox is back");
        lost = false;
      }
    } catch (IOException e) {
      intake.flush();
      if (!lost) {
        log.atError()
            .addKeyValue("reason", Printable.of(String.valueOf(e)))
            .log("The inbox cannot be listed: mount or make the folder of ingest.inbox; waiting");
        lost = true;
      }
    }
  }

  private final class Visit implements FileWalk.Visitor {
    private final Hints hints;

    Visit(Hints hints) {
      this.hints = hints;
    }

    @Override
    public void folder(Path folder) {
      if (!folder.equals(root)) {
        disposal.tidy(folder);
      }
      hints.watch(folder);
    }

    @Override
    public void entry(Path path, FileStamp stamp) {
      if (stopped.getAsBoolean() || Sidecar.is(path) || Marker.is(path)) {
        return;
      }
      if (isMarked && !Marker.isSetFor(path)) {
        return;
      }
      switch (sightings.look(path, stamp, pass, clock.instant(), System.nanoTime())) {
        case TAKE -> take(path, stamp);
        case KEEP -> intake.renew(root, path, pass);
        case WAIT -> {
          // A marker says more than rest.
          if (isMarked) {
            take(path, stamp);
          }
        }
        case SKIP -> log.atTrace().log("Not now");
      }
    }

    private void take(Path path, FileStamp stamp) {
      switch (stamp.kind()) {
        case FILE -> intake.offer(root, path, stamp, pass);
        case OTHER ->
            settled(
                path,
                stamp,
                new FileOutcome.Ignored(IssueReader.refusedKind(stamp.kind()).message()));
        case FOLDER, SYMBOLIC_LINK -> {
          var refused = IssueReader.refusedKind(stamp.kind());
          settled(path, stamp, new FileOutcome.Refused(refused.reason(), refused.message()));
        }
      }
    }

    @Override
    public void unfinished(Path path) {
      disposal.restore(path);
    }

    @Override
    public void failed(Path path, IOException failure) {
      settled(
          path,
          FileStamp.UNSEEN,
          new FileOutcome.Refused(
              RejectReason.UNREADABLE,
              Printable.of(String.valueOf(failure)) + ": let the user of ingest read it"));
    }
  }

  private void settled(Path file, FileStamp stamp, FileOutcome outcome) {
    if (isNews(file, stamp, outcome)) {
      tally = tally.plus(outcome);
      InboxLog.outcome(root.relativize(file), outcome);
      listener.settled(file, stamp, outcome);
    }
  }

  /// Remembers an outcome, and says whether it is one that was not told before.
  private boolean isNews(Path file, FileStamp stamp, FileOutcome outcome) {
    return switch (outcome) {
      case FileOutcome.Taken _, FileOutcome.Bundle _ -> {
        boolean isAway = disposal.taken(root, file, stamp);
        yield isAway ? isTaken(file, stamp) : isFirst(file, stamp, RejectReason.UNREADABLE);
      }
      case FileOutcome.Refused(var reason, var message) -> isNews(file, stamp, reason, message);
      case FileOutcome.Ignored _ -> isRefused(file, stamp);
    };
  }

  private boolean isNews(Path file, FileStamp stamp, RejectReason reason, String message) {
    return switch (reason) {
      // It is still being written: the next walk sees its new state.
      case CHANGED -> false;
      // Rights change without a trace on the file itself.
      case UNREADABLE -> isFirst(file, stamp, reason);
      // Owners of a key go, unless the file goes first.
      case KEY -> {
        disposal.refused(root, file, stamp, reason, message);
        yield isFirst(file, stamp, reason);
      }
      default ->
          disposal.refused(root, file, stamp, reason, message)
              ? isRefused(file, stamp)
              : isFirst(file, stamp, reason);
    };
  }

  private boolean isTaken(Path file, FileStamp stamp) {
    sightings.taken(file, stamp, pass);
    return true;
  }

  private boolean isRefused(Path file, FileStamp stamp) {
    sightings.refused(file, stamp, pass);
    return true;
  }

  /// Of an outcome that each walk comes to again.
  private boolean isFirst(Path file, FileStamp stamp, RejectReason reason) {
    return sightings.refusedForNow(file, stamp, reason, pass);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
