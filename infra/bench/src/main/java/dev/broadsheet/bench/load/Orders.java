package dev.broadsheet.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/// What the bench asks of a loader that reads no topic: to make requests ready, and then to send
/// them. Both talk through files in a folder; each side has an object of its own, for one thread.
public final class Orders {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Path folder;
  private int number;

  /// @param folder of this loader alone
  public Orders(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /// The requests of one round.
  ///
  /// @param bytes that a request may have
  /// @param inFlight requests at a time
  record Order(int bytes, int inFlight) {}

  /// Orders the requests of the next round, and waits until they are ready to be sent.
  ///
  /// @throws IllegalStateException when they are not within a minute
  public void prepare(int bytes, int inFlight) throws IOException, InterruptedException {
    number++;
    write("order", bytes + " " + inFlight);
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!Files.exists(file("ready"))) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the loader of bulk requests does not answer: see its log");
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  /// Lets them go.
  public void go() throws IOException {
    write("go", "");
  }

  /// Waits for the next order.
  Order next() throws IOException, InterruptedException {
    number++;
    await("order");
    String[] words = Files.readString(file("order")).split(" ", -1);
    return new Order(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
  }

  /// Tells that the requests are ready, and waits until they may go.
  void awaitGo() throws IOException, InterruptedException {
    write("ready", "");
    await("go");
  }

  private void await(String kind) throws InterruptedException {
    while (!Files.exists(file(kind))) {
      Thread.sleep(LOOK_EVERY);
    }
  }

  /// Whoever sees the file sees all of it.
  private void write(String kind, String text) throws IOException {
    Path written = Files.writeString(folder.resolve("new"), text);
    Files.move(written, file(kind), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file(String kind) {
    return folder.resolve(number + "." + kind);
  }
}
