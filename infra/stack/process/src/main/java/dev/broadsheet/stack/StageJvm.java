package dev.broadsheet.stack;

import java.util.ArrayList;
import java.util.List;

/// Options of the Java processes that run our stages.
public final class StageJvm {
  /// Where the servers and the project are: what this process was told, its children must know.
  private static final List<String> INHERITED = List.of(Servers.PROPERTY, "broadsheet.home");

  private static final List<String> OPTIONS =
      List.of(
          "-Dbroadsheet.log=INFO",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private StageJvm() {}

  /// Of a stage that runs for as long as it is needed.
  public static List<String> options() {
    var all = new ArrayList<>(OPTIONS);
    for (String name : INHERITED) {
      String value = System.getProperty(name);
      if (value != null) {
        all.add("-D%s=%s".formatted(name, value));
      }
    }
    return all;
  }

  /// Of a stage that lives for minutes: the optimising compiler would take from the others what it
  /// never gives back.
  public static List<String> shortLived() {
    var all = new ArrayList<>(options());
    all.add("-XX:TieredStopAtLevel=1");
    return all;
  }
}
