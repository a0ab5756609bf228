package dev.broadsheet.cli;

import dev.broadsheet.bench.run.BenchOptions;
import dev.broadsheet.bench.run.BenchReport;
import dev.broadsheet.bench.run.BenchTable;
import dev.broadsheet.bench.run.PipelineBench;
import dev.broadsheet.bench.study.Study;
import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `broadsheet bench`: what a pipeline of its own carries on this machine.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures a pipeline of its own against what the index can take.",
    footer = {
      "",
      "It starts its own broker, node and stages on free ports, in a folder of its own, and",
      "touches nothing else. Less than five minutes on two free processors; what else the",
      "machine does spoils the figures, and is told with them."
    })
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "print JSON, progress on standard error")
  private boolean json;

  @Option(
      names = "--quick",
      description = "half a minute to see whether it runs; the figures mean nothing")
  private boolean quick;

  @Option(
      names = "--pages",
      paramLabel = "N",
      description = "pages of a round, of about ten articles each (default: 1000)")
  private @Nullable Integer pages;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "rounds of each trial, of which the median counts (default: 3)")
  private @Nullable Integer rounds;

  @Option(
      names = "--profile",
      paramLabel = "DIR",
      description = "folder for a flight recording of each stage and loader")
  private @Nullable Path profile;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "new folder for data and logs, kept (default: a temporary one)")
  private @Nullable Path folder;

  @Option(
      names = "--study",
      paramLabel = "NAME",
      description =
          "a question of its own instead: instances, analyzer (minutes) or growth (half an hour)")
  private @Nullable Study study;

  @Override
  public Integer call() throws Exception {
    Path place = folder == null ? Files.createTempDirectory("broadsheet-bench-") : folder;
    BenchOptions.Size size = size();
    Optional<Path> recordings = Optional.ofNullable(profile).map(Path::toAbsolutePath);
    if (recordings.isPresent()) {
      Files.createDirectories(recordings.get());
    }
    var options =
        new BenchOptions(
            place.toAbsolutePath(),
            samples(place.resolve("samples")),
            size,
            recordings,
            spec.commandLine().getErr());
    PrintWriter out = spec.commandLine().getOut();
    out.print(study == null ? measured(options) : study.run(options));
    out.flush();
    if (folder == null) {
      delete(place);
    }
    return 0;
  }

  private String measured(BenchOptions options) throws IOException, InterruptedException {
    BenchReport report = PipelineBench.run(options);
    return json ? Json.text(report) + "\n" : BenchTable.of(report);
  }

  private BenchOptions.Size size() {
    var usual = quick ? BenchOptions.Size.look() : BenchOptions.Size.full();
    var size =
        usual.with(pages == null ? usual.pages() : pages, rounds == null ? usual.rounds() : rounds);
    if (size.pages() < 1 || size.rounds() < 1) {
      throw new ParameterException(spec.commandLine(), "--pages, --rounds: at least 1");
    }
    return size;
  }

  private static List<String> samples(Path folder) throws IOException {
    Samples.copyTo(folder);
    List<String> texts = new ArrayList<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
