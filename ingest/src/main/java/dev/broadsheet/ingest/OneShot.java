package dev.broadsheet.ingest;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.IngestReport.Refusal;
import dev.broadsheet.ingest.file.FileStamp;
import dev.broadsheet.ingest.file.FileWalk;
import dev.broadsheet.ingest.file.IssueReader;
import dev.broadsheet.ingest.file.Printable;
import dev.broadsheet.ingest.hint.Sidecar;
import dev.broadsheet.ingest.intake.FileOutcome;
import dev.broadsheet.ingest.intake.Intake;
import dev.broadsheet.ingest.intake.Tally;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Takes in files and folders that were given by name, once. Used for one run.
final class OneShot {
  private static final int SHOWN_REFUSALS = 1_000;
  private static final long PASS = 1;

  private final IngestConfig.Door door;
  private final Progress progress;
  private final Intake intake;
  private final List<Refusal> refusals = new ArrayList<>();
  private Tally tally = Tally.ZERO;

  OneShot(IngestConfig config, IssueReader reader, LedgerWriter writer, Progress progress) {
    this.door = config.door();
    this.progress = progress;
    this.intake =
        new Intake(reader, writer, config.batch(), (file, _, outcome) -> settled(file, outcome));
  }

  IngestReport run(List<Path> paths) {
    progress.expected(count(paths));
    for (Path path : paths) {
      try {
        take(GivenPath.of(path, door));
      } catch (IOException e) {
        refuse(path, "there is no such file, or it cannot be looked at: check its name and rights");
      }
    }
    intake.flush();
    return new IngestReport(tally, refusals);
  }

  private void take(GivenPath given) throws IOException {
    if (given.stamp().kind() != FileStamp.Kind.FOLDER) {
      intake.offer(given.root(), given.path(), given.stamp(), PASS);
      return;
    }
    FileWalk.walk(
        given.path(),
        new FileWalk.Visitor() {
          @Override
          public void entry(Path path, FileStamp stamp) {
            if (stamp.kind() == FileStamp.Kind.OTHER) {
              String message = IssueReader.refusedKind(stamp.kind()).message();
              settled(path, new FileOutcome.Ignored(message));
            } else if (Sidecar.is(path)) {
              settled(path, new FileOutcome.Ignored("the hints of the file beside it"));
            } else {
              intake.offer(given.root(), path, stamp, PASS);
            }
          }

          @Override
          public void unfinished(Path path) {
            settled(path, new FileOutcome.Ignored("hidden, or under a name of unfinished files"));
          }

          @Override
          public void failed(Path path, IOException failure) {
            refuse(path, "it cannot be looked at: let the user of ingest read it");
          }
        });
  }

  private static long count(List<Path> paths) {
    var counter = new Counter();
    for (Path path : paths) {
      try {
        FileWalk.walk(path.toRealPath(), counter);
      } catch (IOException _) {
        // A file, or nothing: either has one outcome.
        counter.files++;
      }
    }
    return counter.files;
  }

  private static final class Counter implements FileWalk.Visitor {
    private long files;

    @Override
    public void entry(Path path, FileStamp stamp) {
      files++;
    }

    @Override
    public void unfinished(Path path) {
      files++;
    }

    @Override
    public void failed(Path path, IOException failure) {
      files++;
    }
  }

  private void refuse(Path path, String message) {
    settled(path, new FileOutcome.Refused(RejectReason.UNREADABLE, message));
  }

  private void settled(Path file, FileOutcome outcome) {
    tally = tally.plus(outcome);
    if (outcome instanceof FileOutcome.Refused(var reason, var message)
        && refusals.size() < SHOWN_REFUSALS) {
      refusals.add(new Refusal(file, reason, Printable.of(message)));
    }
    progress.settled(file, outcome);
  }
}
