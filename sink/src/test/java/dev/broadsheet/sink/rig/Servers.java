package dev.broadsheet.sink.rig;

import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// One broker and one node for all test classes of this process, empty at first; they end with it.
public final class Servers {
  /// So small that a test can send too much.
  private static final String MAX_CONTENT = "1mb";

  private static final Stack STACK = start();

  private Servers() {}

  public static Stack stack() {
    return STACK;
  }

  private static Stack start() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      StackConfig config = StackConfig.of(Files.createTempDirectory(target, "it-stack-"));
      return Stack.start(config.withNodeSettings(Map.of("http.max_content_length", MAX_CONTENT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
