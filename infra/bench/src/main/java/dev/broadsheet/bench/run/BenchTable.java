package dev.broadsheet.bench.run;

import java.util.Map;

/// The report as a Markdown table, for people and for the README.
public final class BenchTable {
  private static final String[] PROCESSES = {"broker", "node", "ingest", "enrich", "sink"};
  private static final Map<String, String> NAMES =
      Map.of(
          Contest.BULK, "raw bulk requests",
          Contest.SINK, "our sink alone",
          Contest.PASS, "pass-through sink",
          Contest.PEER, "client's BulkIngester, parsed JSON");

  private final StringBuilder out = new StringBuilder();

  private BenchTable() {}

  /// The table with its notes.
  public static String of(BenchReport report) {
    var table = new BenchTable();
    table.input(report);
    table.loads(report);
    table.memory(report);
    table.steady(report);
    table.bars(report);
    return table.out.toString();
  }

  private void input(BenchReport report) {
    BenchReport.Input input = report.input();
    BenchReport.Machine machine = report.machine();
    line(
        "%,d pages (%.1f MB) with %,d articles (%.1f MB of JSON); median of %d, in brackets least"
            + " and most.",
        input.pages(),
        input.pageMegabytes(),
        input.documents(),
        input.documentMegabytes(),
        input.rounds());
    line("Warm; the clock stops when all is refreshed and no merge runs.");
    line(
        "%d processors, Java %s; other processes took %.0f %% of them, the host %.0f %%; load %.1f"
            + " before, %.1f after; the run took %.0f s.",
        machine.processors(),
        machine.jvm(),
        machine.othersShare() * 100,
        machine.stolenShare() * 100,
        machine.loadBefore(),
        machine.loadAfter(),
        report.seconds());
  }

  private void loads(BenchReport report) {
    line("");
    line(
        "| way | articles a second | issues a second | MB a second | CPU s per 1,000 articles:"
            + " broker | node | ingest | enrich | sink or loader |");
    line("|---|---|---|---|---|---|---|---|---|");
    row("whole pipeline", "sink", report.pipeline());
    report
        .ways()
        .forEach((way, load) -> row(NAMES.getOrDefault(way, way), Contest.process(way), load));
  }

  private void row(String name, String loader, BenchReport.Load load) {
    var cells = new StringBuilder();
    for (String process : PROCESSES) {
      Median cpu = load.cpuSecondsPerThousand().get(process.equals("sink") ? loader : process);
      cells.append(" | ").append(cpu == null ? "–" : "%.3f".formatted(cpu.median()));
    }
    Median speed = load.articlesPerSecond();
    line(
        "| %s | %,.0f (%,.0f–%,.0f) | %,.0f | %.1f%s |",
        name,
        speed.median(),
        speed.least(),
        speed.most(),
        load.issuesPerSecond(),
        load.megabytesPerSecond(),
        cells);
  }

  private void memory(BenchReport report) {
    line("");
    line("| process | largest memory | heap: limit, largest, live after each round | ready |");
    line("|---|---|---|---|");
    for (String process : PROCESSES) {
      Double ready = report.readySeconds().get(process);
      BenchReport.Heap heap = report.heaps().get(process);
      line(
          "| %s | %d MB | %s | %s |",
          process,
          report.pipeline().peakMegabytes().getOrDefault(process, 0L),
          heap == null ? "–" : heap(heap),
          ready == null ? "–" : "%.1f s".formatted(ready));
    }
  }

  private static String heap(BenchReport.Heap heap) {
    return "%d, %d, %s MB"
        .formatted(
            heap.limitMegabytes(),
            heap.largestMegabytes(),
            String.join(" · ", heap.liveMegabytes().stream().map(Object::toString).toList()));
  }

  private void steady(BenchReport report) {
    BenchReport.Steady steady = report.steady();
    line("");
    line(
        "%d issues a second over HTTP, %d in all, from request to searchable: median %.0f ms, 99 %%"
            + " %.0f ms, all %.0f ms.",
        steady.issuesPerSecond(),
        steady.issues(),
        steady.medianMs(),
        steady.ninetyNinthMs(),
        steady.mostMs());
  }

  private void bars(BenchReport report) {
    line("");
    line("| ratio | measured | bar | |");
    line("|---|---|---|---|");
    for (BenchReport.Bar bar : report.bars()) {
      line(
          "| `%s` | %.2f | %s %.2f | %s |",
          bar.name(),
          bar.value(),
          bar.least() ? "≥" : "≤",
          bar.bound(),
          bar.isMet() ? "met" : "**missed**");
    }
  }

  private void line(String format, Object... values) {
    out.append(format.formatted(values)).append('\n');
  }
}
