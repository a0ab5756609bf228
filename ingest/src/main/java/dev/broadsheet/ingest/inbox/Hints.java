package dev.broadsheet.ingest.inbox;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says when a look at the inbox is worth while before its time. Events of the file system are
/// lost, late, or absent on network mounts, so nothing rests on them. One thread at a time.
final class Hints implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Hints.class);

  /// Each watched folder takes a little memory of the kernel, which limits their number.
  private static final int MOST_FOLDERS = 500;

  private static final Duration SLICE = Duration.ofMillis(200);

  private final @Nullable WatchService service = open();
  private final Map<Path, WatchKey> folders = new HashMap<>();

  private static @Nullable WatchService open() {
    try {
      return FileSystems.getDefault().newWatchService();
    } catch (IOException e) {
      log.atInfo().addKeyValue("reason", e.getMessage()).log("No file events; scanning only");
      return null;
    }
  }

  /// Asks for events of a folder, if there is room.
  void watch(Path folder) {
    WatchKey key = folders.get(folder);
    if (service == null || (key != null && key.isValid()) || folders.size() >= MOST_FOLDERS) {
      return;
    }
    try {
      folders.put(
          folder,
          folder.register(
              service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY));
    } catch (IOException e) {
      log.atDebug().addKeyValue("reason", e.getMessage()).log("Folder without events");
    }
  }

  /// Waits for `longest`, or less when something happens: then for `shortest`.
  void await(Duration shortest, Duration longest, BooleanSupplier stopped)
      throws InterruptedException {
    long start = System.nanoTime();
    boolean hinted = false;
    while (!stopped.getAsBoolean()) {
      long left = (hinted ? shortest : longest).toNanos() - (System.nanoTime() - start);
      if (left <= 0) {
        return;
      }
      hinted |= poll(Math.min(left, SLICE.toNanos()));
    }
  }

  @Override
  public void close() throws IOException {
    if (service != null) {
      service.close();
    }
  }

  private boolean poll(long nanos) throws InterruptedException {
    if (service == null) {
      TimeUnit.NANOSECONDS.sleep(nanos);
      return false;
    }
    WatchKey key;
    try {
      key = service.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (ClosedWatchServiceException _) {
      return false;
    }
    if (key == null) {
      return false;
    }
    key.pollEvents();
    if (!key.reset()) {
      folders.values().remove(key);
    }
    return true;
  }
}
