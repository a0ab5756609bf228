package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.split.ArticleDraft.Head;
import dev.broadsheet.enrich.split.HeadLines.Line;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadPartsTest {
  private static Head head(int gap, String... rows) {
    List<Line> lines = new ArrayList<>();
    for (String row : rows) {
      lines.add(new Line(lines.size(), row, gap, 0, false));
    }
    return HeadParts.of(lines).head();
  }

  @Test
  void takesWhoWasAskedForTheKicker() {
    Head head = head(1, "县交通运输局局长答本报记者问", "村村都有“平安路”");

    assertThat(head.kicker()).isEqualTo("县交通运输局局长答本报记者问");
    assertThat(head.headline()).isEqualTo("村村都有“平安路”");
  }

  @Test
  void takesTheLongerEventAboveForTheKicker() {
    Head head = head(1, "青岭女子龙舟队征战全国公开赛", "桨声里的“巷子姑娘”");

    assertThat(head.kicker()).isEqualTo("青岭女子龙舟队征战全国公开赛");
  }

  @Test
  void takesALineThatEndsInADashForTheKicker() {
    assertThat(head(1, "青岭县修通最后一公里——", "云台山里来了公交车").headline()).isEqualTo("云台山里来了公交车");
  }

  @Test
  void takesALineThatBeginsWithADashForTheSubhead() {
    Head head = head(1, "老路通了“新公交”", "——青岭县城区公交改造见闻");

    assertThat(head.headline()).isEqualTo("老路通了“新公交”");
    assertThat(head.subheads()).containsExactly("——青岭县城区公交改造见闻");
  }

  @Test
  void keepsTwoCloseLinesOfLikeLengthOneHeadline() {
    assertThat(head(0, "周末有大到暴雨", "出行请绕开低洼处").headline()).isEqualTo("周末有大到暴雨 出行请绕开低洼处");
  }

  @Test
  void keepsAStandingTitleApart() {
    Head head = head(1, "一线见闻", "一粒茶籽的“旅行”记录");

    assertThat(head.headline()).isEqualTo("一粒茶籽的“旅行”记录");
    assertThat(head.column()).isEqualTo("一线见闻");
  }

  @Test
  void joinsRowsOnlyWhereThePageHasTheWord() {
    List<Line> broken =
        List.of(new Line(0, "县农业局专项治理十个", 0, 0, false), new Line(1, "方面突出问题", 0, 0, true));

    assertThat(HeadParts.of(broken).head().headline()).isEqualTo("县农业局专项治理十个方面突出问题");
  }
}
