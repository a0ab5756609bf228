package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twice the text takes about twice the processor time, whatever the text is. The bound lies
/// between that and the four times of a quadratic step; a measurement above it is repeated.
class LinearTimeTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final IssueEnricher CORE = IssueEnricher.load();

  private static final double BOUND = 3.2;
  private static final int TRIES = 4;

  /// What a collection or a compilation in between may take.
  private static final double SLACK_NANOS = 30e6;

  private static final int CHARACTERS = 100_000;

  private static final String ARTICLE =
      """
      东桥街道社区食堂开张

      本报讯（记者沈一鸣）6月11日，沅滩市东桥街道的社区食堂正式开张，六十岁以上老人凭卡就餐打七折。

      街道办事处主任秦文博介绍，食堂由三家单位共同出资，预计每天可供应三百份饭菜，下半年还要再建两家。

      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "青岭县新修公路\n\n",
        "青岭县新修 农村公路\n",
        "本报讯（记者何田）全县召开会议。\n",
        "一、修好路\n村里的路修好了，大家都很高兴。\n",
        "村里的路修到了家门口和\n\n标题在这里\n\n",
        "全县公路建设稳步推进，",
        "全县公路建设稳步推进。",
        "1234567890 ",
        "2024年",
        "3月5日，",
        "去年",
        "一二三四年",
        "（",
        "）",
        "（（记者 ",
        "“",
        "”",
        "\"",
        "《",
        "-",
        "·",
        "张三·李四·",
        "市长张三",
        "本报记者",
        "某某市某某局",
        "有限公司",
        "a b ",
        "a.",
        "http://a.b.c/",
        "@",
        "\u0001",
        "\uD840",
        "字 ",
        "字\n",
        "，\n",
        "▲\n",
        "第3期",
        "（下转第3版）\n",
        "□ 记者 何田\n",
        "▲县里修好了路。\n",
        "问：好\n答：好\n",
        "12 34 56\t78\n",
        "Lorem ipsum dolor sit amet.\n"
      })
  void repetitionIsRead(String unit) {
    assertLinear(unit, CHARACTERS);
  }

  @Test
  void oneLineOfFiveMegabytesIsRead() {
    assertLinear("全县公路建设稳步推进，村民秦文博说，", 5_000_000 / 3 / 2);
  }

  @Test
  void millionBlankLinesAreRead() {
    assertLinear("\n", 500_000);
  }

  @Test
  void hundredThousandHeadlinesAreRead() {
    assertLinear("石门县新修农村公路\n\n", 50_000 * 11);
  }

  @Test
  void pageOfOneRepeatedArticleIsRead() {
    assertLinear(ARTICLE, CHARACTERS);
  }

  @Test
  void eightMegabytesOfArticlesAreRead() {
    String body = ARTICLE.substring(ARTICLE.indexOf("街道办"));
    assertLinear(ARTICLE + body.repeat(30), 8_000_000 / 3 / 2);
  }

  /// @param characters of the smaller of two texts; the other is twice as long
  private static void assertLinear(String unit, int characters) {
    String half = unit.repeat(Math.max(1, characters / unit.length()));
    String whole = half + half;
    nanos(half.substring(0, half.length() / 4));
    double one = nanos(half);
    double two = nanos(whole);
    for (int i = 1; i < TRIES && two > BOUND * one + SLACK_NANOS; i++) {
      one = Math.min(one, nanos(half));
      two = Math.min(two, nanos(whole));
    }
    assertThat(two)
        .as("%d characters against half of them, %.0f µs", whole.length(), one / 1000)
        .isLessThan(BOUND * one + SLACK_NANOS);
  }

  private static double nanos(String text) {
    long start = THREADS.getCurrentThreadCpuTime();
    Issues.enrich(CORE, text);
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
