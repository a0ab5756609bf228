package dev.broadsheet.bench.run;

import dev.broadsheet.stack.StageJvm;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What a run has found so far, and the report that it makes. One thread.
final class Findings {
  private static final double MEGABYTE = 1e6;

  final List<Trial> trials = new ArrayList<>();
  private final double loadBefore = load();
  Map<String, Double> ready = Map.of();
  SteadyTrial.Result steady = new SteadyTrial.Result(0, 0, 0, 0);
  MadeDocuments documents = new MadeDocuments(Path.of(""), 0, 0);
  Contest.Bulk bulk = new Contest.Bulk(0, 0);
  List<Map<String, HeapLook>> heaps = List.of();
  long textBytes;

  BenchReport report(BenchOptions options, double seconds) {
    int pages = options.size().pages();
    Map<String, BenchReport.Load> ways = new LinkedHashMap<>();
    Contest.WAYS.forEach(way -> ways.put(way, load(way, pages)));
    BenchReport.Load pipeline = load(PipelineTrial.NAME, pages);
    Map<String, Double> ratios = ratios(pipeline, ways);
    return new BenchReport(
        new BenchReport.Input(
            pages,
            textBytes / MEGABYTE,
            documents.documents(),
            documents.bytes() / MEGABYTE,
            options.size().rounds()),
        machine(),
        seconds,
        ready,
        heaps(),
        pipeline,
        ways,
        new BenchReport.BulkRequests(bulk.bytes(), bulk.inFlight()),
        new BenchReport.Steady(
            SteadyTrial.ISSUES_A_SECOND,
            steady.issues(),
            steady.medianMs(),
            steady.ninetyNinthMs(),
            steady.mostMs()),
        ratios,
        bars(ratios));
  }

  private Map<String, BenchReport.Heap> heaps() {
    Map<String, BenchReport.Heap> all = new LinkedHashMap<>();
    for (String stage : PipelineTrial.STAGES) {
      List<HeapLook> looks =
          heaps.stream().map(h -> h.get(stage)).filter(Objects::nonNull).toList();
      all.put(
          stage,
          new BenchReport.Heap(
              StageJvm.heapMegabytes(stage),
              looks.stream().mapToLong(HeapLook::largestMegabytes).max().orElse(0),
              looks.stream().map(HeapLook::liveMegabytes).toList()));
    }
    return all;
  }

  private static Map<String, Double> ratios(
      BenchReport.Load pipeline, Map<String, BenchReport.Load> ways) {
    Map<String, Double> ratios = new LinkedHashMap<>();
    BenchReport.Load sink = ways.get(Contest.SINK);
    BenchReport.Load bulk = ways.get(Contest.BULK);
    ratios.put("sink_vs_bulk", speed(sink) / speed(bulk));
    ratios.put(
        "sink_cpu_vs_peer",
        cpu(sink, Contest.process(Contest.SINK))
            / cpu(ways.get(Contest.PEER), Contest.process(Contest.PEER)));
    ratios.put("enrich_cpu_vs_index_cpu", cpu(pipeline, "enrich") / cpu(pipeline, "node"));
    ratios.put("pipeline_vs_bulk", speed(pipeline) / speed(bulk));
    ratios.put("sink_vs_pass_through", speed(sink) / speed(ways.get(Contest.PASS)));
    return ratios;
  }

  private List<BenchReport.Bar> bars(Map<String, Double> ratios) {
    return List.of(
        bar("sink_vs_bulk", ratios, true, 0.9),
        bar("sink_cpu_vs_peer", ratios, false, 0.5),
        bar("enrich_cpu_vs_index_cpu", ratios, false, 0.6),
        bar("pipeline_vs_bulk", ratios, true, 0.5),
        new BenchReport.Bar(
            "publish_to_searchable_99_percent_ms", steady.ninetyNinthMs(), false, 2_500));
  }

  private static BenchReport.Bar bar(
      String name, Map<String, Double> ratios, boolean least, double bound) {
    return new BenchReport.Bar(name, ratios.getOrDefault(name, Double.NaN), least, bound);
  }

  private static double speed(BenchReport.Load load) {
    return load.articlesPerSecond().median();
  }

  private static double cpu(BenchReport.Load load, String process) {
    Median cpu = load.cpuSecondsPerThousand().get(process);
    return cpu == null ? Double.NaN : cpu.median();
  }

  private BenchReport.Load load(String name, int pages) {
    List<Trial> rounds = trials.stream().filter(t -> t.name().equals(name)).toList();
    Median speed = Median.of(rounds, Trial::documentsASecond);
    Map<String, Median> cpu = new LinkedHashMap<>();
    Map<String, Long> peaks = new TreeMap<>();
    for (Trial trial : rounds) {
      trial
          .span()
          .cpu()
          .keySet()
          .forEach(process -> cpu.put(process, Median.of(rounds, t -> t.cpu(process))));
      trial.peaks().forEach((process, megabytes) -> peaks.merge(process, megabytes, Math::max));
    }
    double bytes = documents.bytes() / (double) Math.max(1, documents.documents());
    return new BenchReport.Load(
        speed,
        Median.of(rounds, t -> t.documents() / t.acknowledged()),
        speed.median() * bytes / MEGABYTE,
        speed.median() * pages / Math.max(1, documents.documents()),
        cpu,
        peaks);
  }

  private BenchReport.Machine machine() {
    int processors = Runtime.getRuntime().availableProcessors();
    double time = trials.stream().mapToDouble(t -> t.span().seconds()).sum() * processors;
    return new BenchReport.Machine(
        processors,
        System.getProperty("java.vm.version"),
        loadBefore,
        load(),
        trials.stream().mapToDouble(t -> t.span().others()).sum() / time,
        trials.stream().mapToDouble(t -> t.span().stolen()).sum() / time);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
