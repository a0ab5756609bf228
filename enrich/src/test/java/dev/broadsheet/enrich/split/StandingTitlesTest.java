package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTitlesTest {
  @ParameterizedTest
  @ValueSource(strings = {"简讯", "▍短 讯", "水库建设进行时", "惠民政策在行动", "街角观察", "学习贯彻全会精神"})
  void knowsTitlesThatStandAboveAColumn(String text) {
    assertThat(StandingTitles.contains(text)).isTrue();
    assertThat(StandingTitles.isLabel(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"读者来信", "编读往来"})
  void letsSomeBeAHeadlineWhenTheyStandAlone(String text) {
    assertThat(StandingTitles.contains(text)).isTrue();
    assertThat(StandingTitles.isLabel(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"进行时", "——某地改革一年观察", "老街修好了路灯", "水库建设进行时 三个村庄先通上了水管"})
  void leavesHeadlinesAndLinesBelowThemAlone(String text) {
    assertThat(StandingTitles.contains(text)).isFalse();
  }
}
