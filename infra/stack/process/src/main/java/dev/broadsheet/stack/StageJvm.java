package dev.broadsheet.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Options of the Java processes that run our stages.
public final class StageJvm {
  /// Where the servers and the project are: what this process was told, its children must know.
  private static final List<String> INHERITED = List.of(Servers.PROPERTY, "broadsheet.home");

  /// Ingest holds an upload, enrich the largest issue with its articles, the sink its requests.
  private static final Map<String, Integer> HEAP_MEGABYTES =
      Map.of("ingest", 192, "enrich", 384, "sink", 256, "room", 160);

  private static final int OTHER_MEGABYTES = 256;

  private static final List<String> OPTIONS =
      List.of(
          "-Dbroadsheet.log=INFO",
          "-XX:+UseSerialGC",
          // What passes through lives for a second or two: long enough to be copied into the old
          // generation by the usual proportions, whose collection costs far more.
          "-XX:NewRatio=1",
          "-XX:SurvivorRatio=4",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private StageJvm() {}

  /// The largest heap of a stage, or of the reading room, by its name; in MB.
  public static int heapMegabytes(String stage) {
    return HEAP_MEGABYTES.getOrDefault(stage, OTHER_MEGABYTES);
  }

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
