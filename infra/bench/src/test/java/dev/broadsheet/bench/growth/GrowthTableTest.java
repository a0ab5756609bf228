package dev.broadsheet.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.bench.run.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthTableTest {
  private static final List<Stretch> SMALLS =
      List.of(
          stretch(10, 90.0, 9.0), stretch(10, 8.0, 2.0), stretch(10, 30.0, 2.0), stretch(10, 7, 1));

  private static final List<Stretch> LARGES =
      List.of(stretch(0, 50.0, 9.0), stretch(500, 12.0, 2.0), stretch(1_000, 8.0, 2.0));

  @Test
  void holdsTwoStretchesAgainstTheMedianOfTheSmallIndicesAroundThem() {
    double ratio = GrowthTable.ratio(SMALLS, LARGES, 2, Stretch::loading);

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
  void hasARowForEachSizeAndARatioForEachButTheFirst() {
    String table = GrowthTable.of(SMALLS, LARGES, List.of(70, 900, 1_100));

    assertThat(table.lines().filter(row -> row.startsWith("| ")))
        .satisfiesExactly(
            head -> assertThat(head).contains("written again by merges"),
            few -> assertThat(few).startsWith("| 10 | 4 × 1,000 |").contains("(7.000 to 90.000)"),
            none -> assertThat(none).startsWith("| 0 | 1,000 |").endsWith("| 70 |"),
            some -> assertThat(some).startsWith("| 500 | 1,000 |").endsWith("| 900 |"),
            many -> assertThat(many).startsWith("| 1,000 | 1,000 |").endsWith("| 1,100 |"),
            ratios -> assertThat(ratios).contains("node and sink"),
            first -> assertThat(first).isEqualTo("| 500 | 1.03 | 2.75 | 1.14 |"),
            last -> assertThat(last).isEqualTo("| 1,000 | 1.25 | 1.00 | 1.20 |"));
  }

  private static Stretch stretch(long before, double node, double sink) {
    return new Stretch(before, 1_000, new Span(2, Map.of("node", node, "sink-x", sink), 0, 0), 0);
  }
}
