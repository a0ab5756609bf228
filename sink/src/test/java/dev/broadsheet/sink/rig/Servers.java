package dev.broadsheet.sink.rig;

import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One broker and one node for all test classes of this process, empty at first; they end with it.
public final class Servers {
  private static final Stack STACK = start();

  private Servers() {}

  public static Stack stack() {
    return STACK;
  }

  private static Stack start() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      return Stack.start(StackConfig.of(Files.createTempDirectory(target, "it-stack-")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
