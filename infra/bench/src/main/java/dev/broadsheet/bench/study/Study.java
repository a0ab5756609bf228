package dev.broadsheet.bench.study;

import dev.broadsheet.bench.growth.GrowthStudy;
import dev.broadsheet.bench.growth.InstancesStudy;
import dev.broadsheet.bench.run.BenchOptions;
import java.io.IOException;

/// A question of its own about what things cost, besides the whole run.
public enum Study {
  /// What an article costs with few and with many in the index.
  GROWTH(GrowthStudy::run),

  /// What more instances of the stages cost.
  INSTANCES(InstancesStudy::run),

  /// Which analysis of Chinese text finds what, and what it costs.
  ANALYZER(AnalyzerStudy::run);

  private final Answer answer;

  Study(Answer answer) {
    this.answer = answer;
  }

  /// Finds out.
  private interface Answer {
    String of(BenchOptions options) throws IOException, InterruptedException;
  }

  /// Runs it.
  ///
  /// @return the Markdown table of what came out
  public String run(BenchOptions options) throws IOException, InterruptedException {
    return answer.of(options);
  }
}
