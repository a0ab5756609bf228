package dev.broadsheet.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.bench.run.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthTableTest {
  private static final List<Stretch> SMALLS =
      List.of(stretch(10, 8.0, 2.0), stretch(10, 30.0, 2.0), stretch(10, 7.0, 1.0));

  @Test
  void holdsTheLastStretchAgainstTheMedianOfTheSmallIndices() {
    double ratio = GrowthTable.ratio(SMALLS, stretch(500, 10.0, 2.0), Stretch::loading);

    assertThat(ratio).isEqualTo(1.2, within(1e-9));
  }

  @Test
  void addsWhatTheInstancesOfAStageTake() {
    var cpu = Map.of("sink-1", 2.0, "sink-2", 3.0, "sinkhole", 50.0, "node", 1.0);
    var stretch = new Stretch(0, 2_000, new Span(4, cpu, 0, 0), 3_000);

    assertThat(stretch.cpu(Stretch.SINK)).isEqualTo(2.5, within(1e-9));
    assertThat(stretch.rewrites()).isEqualTo(1.5, within(1e-9));
  }

  @Test
  void hasARowForEachSize() {
    List<Stretch> larges = List.of(stretch(0, 8.0, 2.0), stretch(500, 10.0, 2.0));

    String table = GrowthTable.of(SMALLS, larges, List.of(70, 900));

    assertThat(table.lines().filter(row -> row.startsWith("| ")))
        .satisfiesExactly(
            head -> assertThat(head).contains("written again by merges"),
            few -> assertThat(few).startsWith("| 10 | 3 × 1,000 |").contains("8.000 (7.000 to"),
            none -> assertThat(none).startsWith("| 0 | 1,000 |").endsWith("| 70 |"),
            many -> assertThat(many).startsWith("| 500 | 1,000 |").endsWith("| 900 |"));
    assertThat(table)
        .contains("Cost at 500 articles to that at 10: node 1.25, sink 1.00, both 1.20");
  }

  private static Stretch stretch(long before, double node, double sink) {
    return new Stretch(before, 1_000, new Span(2, Map.of("node", node, "sink-x", sink), 0, 0), 0);
  }
}
