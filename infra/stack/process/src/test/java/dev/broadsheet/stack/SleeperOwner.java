package dev.broadsheet.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A program that starts an owned and a detached [Sleeper] in the folder of its argument, says so
/// and waits.
final class SleeperOwner {
  private SleeperOwner() {}

  public static void main(String[] args) throws InterruptedException {
    Path folder = Path.of(args[0]);
    var owned = ServerProcess.start(spec(folder, "owned", Lifecycle.OWNED));
    var detached = ServerProcess.start(spec(folder, "detached", Lifecycle.DETACHED));
    System.out.println(owned + " and " + detached + " run");
    new CountDownLatch(1).await();
  }

  static ProcessSpec spec(Path folder, String name, Lifecycle lifecycle) {
    Path sign = folder.resolve(name);
    return new ProcessSpec(
        name,
        JavaCommand.of(Sleeper.class.getName(), List.of(sign.toString()), 32),
        Map.of(),
        folder,
        lifecycle,
        new Readiness(() -> Files.exists(sign), Duration.ofSeconds(30)));
  }
}
