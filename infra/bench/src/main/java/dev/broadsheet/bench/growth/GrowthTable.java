package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.run.Median;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What an article costs at each size of the index, as a Markdown table.
final class GrowthTable {
  private static final double BOUND = 1.15;
  private static final String HEAD =
      """
      | articles in the index | measured | articles a second | CPU s per 1,000 articles: node | \
      sink | broker | written again by merges | different pairs of characters so far |
      |---|---|---|---|---|---|---|---|
      """;

  private GrowthTable() {}

  /// @param smalls one index after the other, each measured at the same size
  /// @param larges one index, measured from nothing on
  /// @param pairs different pairs of characters after each stretch of the large index
  static String of(List<Stretch> smalls, List<Stretch> larges, List<Integer> pairs) {
    var out = new StringBuilder(HEAD);
    row(out, smalls, "–");
    for (int i = 0; i < larges.size(); i++) {
      row(out, List.of(larges.get(i)), "%,d".formatted(pairs.get(i)));
    }
    Stretch last = larges.getLast();
    out.append(
        "%nCost at %,d articles to that at %,d: node %.2f, sink %.2f, both %.2f (at most %.2f)%n"
            .formatted(
                last.before(),
                smalls.getFirst().before(),
                ratio(smalls, last, s -> s.cpu(Stretch.NODE)),
                ratio(smalls, last, s -> s.cpu(Stretch.SINK)),
                ratio(smalls, last, Stretch::loading),
                BOUND));
    return out.toString();
  }

  /// A cost in the last stretch, to the median of the small indices.
  static double ratio(List<Stretch> smalls, Stretch last, ToDoubleFunction<Stretch> cost) {
    return cost.applyAsDouble(last) / Median.of(smalls, cost).median();
  }

  private static void row(StringBuilder out, List<Stretch> rounds, String pairs) {
    Stretch first = rounds.getFirst();
    String times = rounds.size() == 1 ? "" : rounds.size() + " × ";
    out.append(
        "| %,d | %s%,d | %s | %s | %s | %s | %s | %s |%n"
            .formatted(
                first.before(),
                times,
                first.documents(),
                Cell.of("%,.0f", rounds, Stretch::documentsASecond),
                Cell.of("%.3f", rounds, s -> s.cpu(Stretch.NODE)),
                Cell.of("%.3f", rounds, s -> s.cpu(Stretch.SINK)),
                Cell.of("%.3f", rounds, s -> s.cpu(Stretch.BROKER)),
                Cell.of("%.2f", rounds, Stretch::rewrites),
                pairs));
  }
}
