package dev.broadsheet.bench;

import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.IssueEnricher;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The whole core on single pages from 1 KB to 8 MB of UTF-8.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GrowthBenchmark {
  private static final int BYTES_A_CHARACTER = 3;

  /// Keeps the largest page below the number of articles that an issue may have.
  private static final int LONGEST_ARTICLE = 2000;

  private final IssueEnricher enricher = IssueEnricher.load();

  @Param({"1", "8", "64", "512", "4096", "8192"})
  public int kilobytes;

  private RawIssue issue = Corpus.issue("");

  /// Makes the page.
  @Setup
  public void write() {
    int characters = kilobytes * 1024 / BYTES_A_CHARACTER;
    issue = Corpus.issue(PageText.ofLength(kilobytes, characters, LONGEST_ARTICLE));
  }

  /// The whole core: page in, article documents out.
  @Benchmark
  public Enrichment everything(Cpu cpu) {
    return cpu.count(() -> enricher.enrich(issue, Corpus.SOURCE));
  }
}
