package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.page.Measure;
import dev.broadsheet.enrich.page.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How single rows and runs of rows are judged, each kind by a text of its own.
class RowJudgementTest {
  @ParameterizedTest
  @ValueSource(strings = {"何小雨", "东风乡的早晨", "阴雨天如何晒谷", "云台茶业上市 首日涨两成", "青岭春运播报", "3名队员获救"})
  void takesNoWordInsideANameForFurniture(String row) {
    assertThat(FurnitureRow.of(row).isFurniture()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "今日 多云转小雨 4℃～11℃ 偏北风2级",
        "责任编辑 何田 版式 林青",
        "责编/何田 美编/林青",
        "本版编辑 何田",
        "社址 青岭县学府路3号 邮编 000123",
        "青岭晚报 QINGLING EVENING NEWS",
        "3"
      })
  void knowsFurniture(String row) {
    assertThat(FurnitureRow.of(row).isFurniture()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"路修好了。（通讯员 何田）, 5", "村民在晒谷。记者 何 田 摄, 6", "秧苗可以移栽。（青岭县农技推广中心 何田）, 7"})
  void findsWhereASignatureBegins(String row, int start) {
    assertThat(Signatures.start(row)).isEqualTo(start);
  }

  @ParameterizedTest
  @ValueSource(strings = {"路修好了。（据新华社电）", "全长三公里（含桥梁）", "他用手机拍摄", "路修好了。"})
  void leavesTextWithoutASignatureWhole(String row) {
    assertThat(Signatures.start(row)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"何 田", "何田", "何 田 林 小 雨", "何田 林小雨"})
  void knowsNamesOfAuthors(String row) {
    assertThat(PersonNames.areNames(row)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"霜 打 菜", "抢抓农时 确保丰收", "春耕"})
  void takesNoHeadlineForNames(String row) {
    assertThat(PersonNames.areNames(row)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"图为村民在晒谷。", "▲游客在茶园采茶。", "左图：新修的云台路。"})
  void knowsCaptions(String row) {
    assertThat(TextSigns.isCaption(row)).isTrue();
  }

  @Test
  void takesNoBriefForACaption() {
    assertThat(TextSigns.isCaption("▲5月6日，青岭县举办采茶比赛。")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"青岭县公安局 2024年5月6日", "咨询电话：0000-1234567", "特此公告。"})
  void knowsWhatEndsANotice(String row) {
    assertThat(TextSigns.isComplete(row)).isTrue();
  }

  @Test
  void takesAFewHeadlinesForNoColumn() {
    int[] measures = Measure.ofRows(Rows.of("茶山上的年轻人\n云台路通车以后\n老街口的修表匠\n"));

    assertThat(measures).containsOnly(0);
  }

  @Test
  void knowsTheColumnOfRunningText() {
    String text = "今年开春，云台山的茶农忙着采\n摘春茶，合作社收购价比去年高\n出两成，茶农何田一天能采三斤\n";

    assertThat(Measure.ofRows(Rows.of(text))).containsOnly(28);
  }
}
