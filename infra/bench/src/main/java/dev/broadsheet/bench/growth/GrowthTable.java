package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.run.Median;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What an article costs at each size of the index, as a Markdown table.
final class GrowthTable {
  private static final String HEAD =
      """
      | articles in the index | measured | articles a second | CPU s per 1,000 articles: node | \
      sink | broker | written again by merges | different pairs of characters so far |
      |---|---|---|---|---|---|---|---|
      """;

  private static final String RATIOS =
      """
      | articles in the index | node | sink | node and sink (at most 1.15) |
      |---|---|---|---|
      """;

  private GrowthTable() {}

  /// @param smalls small indices, each measured at the same size: one before each stretch of the
  ///     large one, one after the last
  /// @param larges stretches of one index, measured from nothing on
  /// @param pairs different pairs of characters after each stretch of the large index
  static String of(List<Stretch> smalls, List<Stretch> larges, List<Integer> pairs) {
    var out = new StringBuilder(HEAD);
    row(out, smalls, "–");
    for (int i = 0; i < larges.size(); i++) {
      row(out, List.of(larges.get(i)), "%,d".formatted(pairs.get(i)));
    }
    out.append("%nCost to that at %,d articles:%n%n".formatted(smalls.getFirst().before()));
    out.append(RATIOS);
    for (int i = 1; i < larges.size(); i++) {
      out.append(
          "| %,d | %.2f | %.2f | %.2f |%n"
              .formatted(
                  larges.get(i).before(),
                  ratio(smalls, larges, i, s -> s.cpu(Stretch.NODE)),
                  ratio(smalls, larges, i, s -> s.cpu(Stretch.SINK)),
                  ratio(smalls, larges, i, Stretch::loading)));
    }
    return out.toString();
  }

  /// A cost around the beginning of a stretch, to that of the small indices of that time: what
  /// else the machine has to do, and how warm it is, is alike.
  ///
  /// @param at number of the stretch; what it and the one before it took counts
  static double ratio(
      List<Stretch> smalls, List<Stretch> larges, int at, ToDoubleFunction<Stretch> cost) {
    double large =
        (cost.applyAsDouble(larges.get(at - 1)) + cost.applyAsDouble(larges.get(at))) / 2;
    return large / Median.of(smalls.subList(at - 1, at + 2), cost).median();
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
