package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.run.Median;
import java.util.List;
import java.util.Map;

/// What the same backlog takes with one, two, three instances, as a Markdown table.
final class InstancesTable {
  private static final String HEAD =
      """
      | instances of enrich and sink | articles a second | CPU s per 1,000 articles: enrich | sink \
      | node | broker | enrich and sink, to one instance |
      |---|---|---|---|---|---|---|
      """;

  private InstancesTable() {}

  /// @param found measured rounds by number of instances, one instance first
  static String of(Map<Integer, List<Stretch>> found) {
    var out = new StringBuilder(HEAD);
    List<Stretch> one = found.values().iterator().next();
    found.forEach(
        (instances, rounds) ->
            out.append(
                "| %d | %s | %s | %s | %s | %s | %.2f |%n"
                    .formatted(
                        instances,
                        Cell.of("%,.0f", rounds, Stretch::documentsASecond),
                        Cell.of("%.3f", rounds, s -> s.cpu(Stretch.ENRICH)),
                        Cell.of("%.3f", rounds, s -> s.cpu(Stretch.SINK)),
                        Cell.of("%.3f", rounds, s -> s.cpu(Stretch.NODE)),
                        Cell.of("%.3f", rounds, s -> s.cpu(Stretch.BROKER)),
                        stages(rounds) / stages(one))));
    return out.toString();
  }

  private static double stages(List<Stretch> rounds) {
    return Median.of(rounds, s -> s.cpu(Stretch.ENRICH) + s.cpu(Stretch.SINK)).median();
  }
}
