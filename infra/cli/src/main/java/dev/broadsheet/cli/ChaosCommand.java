package dev.broadsheet.cli;

import dev.broadsheet.rig.ChaosOptions;
import dev.broadsheet.rig.ChaosRun;
import dev.broadsheet.rig.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `broadsheet chaos`: kills, stops and cuts off the processes of a pipeline of its own, and checks
/// that nothing is lost.
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    description = "Runs a pipeline of its own under faults and checks that nothing is lost.",
    footer = {
      "",
      "It starts its own broker, node and stages on free ports, in a folder of its own, and",
      "touches nothing else. The same seed gives the same faults and inputs again.",
      "Exit code 1 when an invariant does not hold; the folder is kept then."
    })
final class ChaosCommand implements Callable<Integer> {
  private static final int LONGEST_MINUTES = 24 * 60;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "number that plan and inputs are drawn from (default: any, printed)")
  private @Nullable Long seed;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "5",
      description = "about how long to go on, on two cores (default: ${DEFAULT-VALUE})")
  private int minutes;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "new folder for data and logs (default: a temporary one)")
  private @Nullable Path folder;

  @Override
  public Integer call() throws IOException {
    if (minutes < 1 || minutes > LONGEST_MINUTES) {
      throw new ParameterException(
          spec.commandLine(), "--minutes %d: 1 to %d".formatted(minutes, LONGEST_MINUTES));
    }
    PrintWriter out = spec.commandLine().getOut();
    Path place = folder == null ? Files.createTempDirectory("broadsheet-chaos-") : folder;
    long drawn = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
    Report report = ChaosRun.run(ChaosOptions.of(drawn, minutes, place.resolve("data"), out));
    if (folder == null && report.allHeld()) {
      delete(place);
    } else {
      out.println("Data and logs are in " + place);
    }
    return report.allHeld() ? 0 : 1;
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
