package dev.broadsheet.sink.rig;

import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.nio.file.Path;

/// One broker and one node for all test classes of this process; they end with it.
public final class Servers {
  private static final Stack STACK =
      Stack.start(StackConfig.of(Path.of("target", "it-stack").toAbsolutePath()));

  private Servers() {}

  public static Stack stack() {
    return STACK;
  }
}
