package dev.broadsheet.ingest.inbox;

import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.file.FileStamp;
import dev.broadsheet.ingest.file.Printable;
import dev.broadsheet.ingest.hint.Sidecar;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts files of the inbox away after they had their outcome. When it fails, the file stays, and
/// the next walk has it here again. One thread at a time.
final class Disposal {
  private static final Logger log = LoggerFactory.getLogger(Disposal.class);

  /// Names of files that are about to be deleted; hidden, so that no walk reads them.
  private static final String LEAVING = ".broadsheet-";

  /// Somebody may have made a folder to put files into.
  private static final Duration EMPTY_FOR = Duration.ofHours(1);

  private final Afterwards plan;
  private final Clock clock;

  /// What is said of a refused file, in the file beside it.
  record Reason(
      String file, String reason, String message, String sha256, long size, Instant refusedAt) {}

  Disposal(Afterwards plan, Clock clock) {
    this.plan = plan;
    this.clock = clock;
  }

  /// Puts a file away whose issues are all in the ledger.
  ///
  /// @return whether nothing is left to do
  boolean taken(Path root, Path file, FileStamp stamp) {
    return switch (plan.done()) {
      case KEEP -> true;
      case MOVE -> attempt(file, () -> move(plan.archive(), root, file, stamp));
      case DELETE -> attempt(file, () -> delete(file, stamp));
    };
  }

  /// Puts a file away that was refused for good.
  ///
  /// @return whether nothing is left to do
  boolean refused(Path root, Path file, FileStamp stamp, RejectReason reason, String message) {
    return plan.quarantine()
        .map(
            folder ->
                attempt(
                    file,
                    () -> {
                      explain(folder, root, file, stamp, reason, message);
                      move(folder, root, file, stamp);
                    }))
        .orElse(true);
  }

  /// Takes back what a killed process was about to delete.
  void restore(Path hidden) {
    String name = hidden.getFileName().toString();
    if (plan.done() == Afterwards.Done.DELETE && name.startsWith(LEAVING)) {
      attempt(
          hidden,
          () -> Files.move(hidden, hidden.resolveSibling(name.substring(LEAVING.length()))));
    }
  }

  /// Removes a folder that was left empty for long.
  void tidy(Path folder) {
    if (!plan.isActive()) {
      return;
    }
    try {
      Instant changed = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
      if (changed.plus(EMPTY_FOR).isBefore(clock.instant())) {
        Files.delete(folder);
      }
    } catch (DirectoryNotEmptyException | NoSuchFileException _) {
      log.atTrace().log("Folder in use");
    } catch (IOException e) {
      log.atDebug().addKeyValue("reason", e.getMessage()).log("Empty folder stays");
    }
  }

  private static void move(Path folder, Path root, Path file, FileStamp stamp) throws IOException {
    var shelf = new Shelf(folder);
    Path relative = root.relativize(file);
    Path target = shelf.placeFor(file, relative);
    if (shelf.put(file, stamp, target)) {
      Path sidecar = Sidecar.beside(file);
      if (Files.exists(sidecar, LinkOption.NOFOLLOW_LINKS)) {
        Path beside = target.resolveSibling(target.getFileName() + Sidecar.SUFFIX);
        Files.move(sidecar, beside, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.deleteIfExists(Marker.beside(file));
    }
  }

  /// Under another name first: what is deleted is what was read, and not what took its place.
  private static void delete(Path file, FileStamp stamp) throws IOException {
    Path leaving = file.resolveSibling(LEAVING + file.getFileName());
    Files.move(file, leaving, StandardCopyOption.ATOMIC_MOVE);
    if (FileStamp.of(leaving).equals(stamp)) {
      Files.delete(leaving);
      Files.deleteIfExists(Sidecar.beside(file));
      Files.deleteIfExists(Marker.beside(file));
    } else {
      Files.move(leaving, file);
    }
  }

  /// Before the file is moved, so that no refused file is ever without its reason.
  private void explain(
      Path folder, Path root, Path file, FileStamp stamp, RejectReason reason, String message)
      throws IOException {
    Path relative = root.relativize(file);
    Path target = new Shelf(folder).placeFor(file, relative);
    String hash = Shelf.hash(file);
    String name = target.getFileName() + ".reason.json";
    Path path = target.resolveSibling(Shelf.fits(name) ? name : hash + ".reason.json");
    Files.createDirectories(path.getParent());
    Path part = path.resolveSibling(".broadsheet-reason.part");
    var why =
        new Reason(
            Printable.of(relative), reason.code(), message, hash, stamp.size(), clock.instant());
    Files.write(part, Json.bytes(why));
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static boolean attempt(Path file, Work work) {
    try {
      work.run();
      return true;
    } catch (NoSuchFileException _) {
      // Somebody took it away, or another ingest has put it away.
      return true;
    } catch (IOException e) {
      log.atWarn()
          .addKeyValue("file", Printable.of(file.getFileName()))
          .addKeyValue("reason", Printable.of(String.valueOf(e)))
          .log("File cannot be put away; it stays and is tried again");
      return false;
    }
  }
}
