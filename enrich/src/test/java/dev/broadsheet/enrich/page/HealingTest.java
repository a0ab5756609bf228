package dev.broadsheet.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealingTest {
  private static final String WRAPPED = "青岭县今年新修农村公路一百公 里，打通断头路二十条，沿线村 民出行更加方便。";

  @Test
  void tellsMeasureFromSpacesAtLineEnds() {
    assertThat(WrapSpaces.measure(WRAPPED)).isEqualTo(28);
    assertThat(WrapSpaces.measure("抢抓农时 确保丰收 农民忙")).isZero();
  }

  @Test
  void removesSpacesWherePrintedLinesEnded() {
    assertThat(Healing.paragraphs(WRAPPED, 28))
        .containsExactly("青岭县今年新修农村公路一百公里，打通断头路二十条，沿线村民出行更加方便。");
  }

  @Test
  void keepsSpaceOfWordsThatFitOnOneLine() {
    assertThat(Healing.paragraphs("开展“走村 入户”活动", 28)).containsExactly("开展“走村 入户”活动");
  }

  @Test
  void keepsSpacesBetweenNamesInBrackets() {
    assertThat(Healing.paragraphs("本报讯（记者 江一山 何 田）昨日开工", 8).getFirst()).contains("江一山 何田");
  }

  @Test
  void startsParagraphBehindShortLastLine() {
    String row = "全县春耕备耕工作全面展开，农 资供应充足。 各乡镇还组织农技人员下到田 间。";

    assertThat(Healing.paragraphs(row, 28))
        .containsExactly("全县春耕备耕工作全面展开，农资供应充足。", "各乡镇还组织农技人员下到田间。");
  }

  @Test
  void joinsFiguresToTheirWords() {
    assertThat(Healing.paragraphs("到 2024 年底", 0)).containsExactly("到2024年底");
  }

  @Test
  void keepsSpacesOfOtherScripts() {
    assertThat(Healing.paragraphs("the county paper", 10)).containsExactly("the county paper");
  }

  @Test
  void closesLetterSpacedText() {
    assertThat(LetterSpacing.close("何 田 指 出 ，要 抓 紧")).isEqualTo("何田指出，要抓紧");
    assertThat(LetterSpacing.close("记者 何 田")).isEqualTo("记者 何田");
  }

  @Test
  void headlinesKeepTheSpaceBetweenHalves() {
    assertThat(Healing.line("抢抓农时　　确保丰收")).isEqualTo("抢抓农时 确保丰收");
  }
}
