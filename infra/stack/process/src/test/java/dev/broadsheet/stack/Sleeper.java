package dev.broadsheet.stack;

import dev.broadsheet.stack.lifeline.Lifeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A process that creates the file of its first argument and lives until it is ended. With a second
/// argument it refuses to end when it is asked to.
final class Sleeper {
  private Sleeper() {}

  public static void main(String[] args) throws Exception {
    Lifeline.follow();
    if (args.length > 1) {
      Runtime.getRuntime().addShutdownHook(new Thread(Sleeper::sleep));
    }
    System.out.println("睡眠 starts");
    Files.createFile(Path.of(args[0]));
    sleep();
  }

  private static void sleep() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
