package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Input that is no newspaper page: an outcome in time that grows with the length only.
class PageSplitterLimitsTest {
  /// A quadratic step needs minutes for this many rows; a linear one well under this.
  private static final Duration GENEROUS = Duration.ofSeconds(60);

  private static PageSplit split(String page) {
    PageSplit split = Assertions.assertTimeout(GENEROUS, () -> PageSplitter.split(page));
    PageSplitterPropertyTest.assertCovered(page, split);
    return split;
  }

  @Test
  void oneLineOfFiveMillionCharactersIsOneArticle() {
    assertThat(split("全县公路建设稳步推进，".repeat(450_000)).articles()).hasSize(1);
  }

  @Test
  void millionBlankLinesHaveNoArticle() {
    assertThat(split("\n".repeat(1_000_000)).articles()).isEmpty();
  }

  @Test
  void mastheadAloneHasNoArticle() {
    assertThat(split("青岭日报\n2024年5月7日\n星期二\n第2048期").articles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "青岭县新修公路\n\n",
        "青岭县新修 农村公路\n",
        "本报讯（记者何田）全县召开会议。\n",
        "一、修好路\n村里的路修好了，大家都很高兴。\n",
        "村里的路修到了家门口和\n\n标题在这里\n\n",
        "字\n",
        "“（",
        "，\n",
        "（下转第3版）\n",
        "□ 记者 何田\n",
        "▲县里修好了路。\n",
        "1234 5678\t90\n",
        "Lorem ipsum dolor sit amet.\n"
      })
  void repetitionTakesLinearTime(String unit) {
    split(unit.repeat(150_000 / unit.length()));
  }

  @Test
  void pageOfAnotherLanguageIsKept() {
    PageSplit split = split("The council met on Monday.\nIt adopted the plan for the harbour.\n");

    assertThat(split.articles()).isNotEmpty();
    assertThat(split.articles().getFirst().body()).contains("The council met on Monday.");
  }

  @Test
  void traditionalCharactersAreSplitAtTheirLead() {
    PageSplit split = split("縣府召開公路會議\n\n本報訊 縣府昨日召開農村公路建設會議，要求年內完工。\n\n");

    assertThat(split.articles()).hasSize(1);
    assertThat(split.articles().getFirst().head().headline()).isEqualTo("縣府召開公路會議");
  }
}
