package dev.broadsheet.stack;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A program that starts an owned stack in the folder of its argument and prints the servers' ids.
final class StackOwner {
  private StackOwner() {}

  public static void main(String[] args) throws InterruptedException {
    try (var stack = Stack.start(StackConfig.of(Path.of(args[0])))) {
      System.out.println(stack.broker().pid() + " " + stack.node().pid());
      new CountDownLatch(1).await();
    }
  }
}
