package dev.broadsheet.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/// A process to run in a stack's folder.
///
/// @param name lower-case; the name of its log file and of its run record, one per folder
/// @param command what to run
/// @param environment variables to set in addition to those of this process
/// @param folder the stack's folder: `log/<name>.log` and `run/<name>.json` are in it
/// @param lifecycle when it is to end; an owned program must call `Lifeline.follow()`
/// @param readiness how to tell that it is ready
public record ProcessSpec(
    String name,
    JavaCommand command,
    Map<String, String> environment,
    Path folder,
    Lifecycle lifecycle,
    Readiness readiness) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

  /// Makes the folder absolute and copies the environment.
  public ProcessSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name is '" + name + "', not like " + NAME);
    }
    environment = Map.copyOf(environment);
    folder = folder.toAbsolutePath().normalize();
  }

  Path log() {
    return folder.resolve("log").resolve(name + ".log");
  }

  Path temporary() {
    return folder.resolve("tmp").resolve(name);
  }
}
