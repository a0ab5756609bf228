package dev.broadsheet.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {
  @Test
  void tellsHowTextEnds() {
    assertThat(Ending.of("路修好了。")).isEqualTo(Ending.CLOSED);
    assertThat(Ending.of("他说：“路修好了。”")).isEqualTo(Ending.CLOSED);
    assertThat(Ending.of("路修好了。（何田）")).isEqualTo(Ending.CLOSED);
    assertThat(Ending.of("路修好了；")).isEqualTo(Ending.ITEM);
    assertThat(Ending.of("路修好了，")).isEqualTo(Ending.OPEN);
    assertThat(Ending.of("路修好")).isEqualTo(Ending.BARE);
    assertThat(Ending.of("打通“断头路”")).isEqualTo(Ending.BARE);
  }

  @Test
  void tellsMeasureOfColumnFromLinesOfLikeWidth() {
    List<Row> rows = Rows.of("县里的春耕工作已经全面\n展开，农技人员下到田间\n地头，为农户送去了良种\n和化肥。");

    int[] measures = Measure.ofRows(rows);

    assertThat(measures).containsOnly(22);
  }

  @Test
  void tellsNoMeasureWhereRowsAreParagraphs() {
    List<Row> rows = Rows.of("春耕开始了。\n\n农技人员下到田间地头，为农户送去良种和化肥，还讲了课。\n\n大家都说好。");

    assertThat(Arrays.stream(Measure.ofRows(rows)).sum()).isZero();
  }
}
