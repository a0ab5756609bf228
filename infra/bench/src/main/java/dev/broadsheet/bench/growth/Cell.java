package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.run.Median;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Cells of the tables.
final class Cell {
  private Cell() {}

  /// A value in its form; the median of several, with the least and the most.
  static String of(String form, List<Stretch> rounds, ToDoubleFunction<Stretch> value) {
    Median median = Median.of(rounds, value);
    return rounds.size() == 1
        ? form.formatted(median.median())
        : "%s (%s to %s)"
            .formatted(
                form.formatted(median.median()),
                form.formatted(median.least()),
                form.formatted(median.most()));
  }
}
