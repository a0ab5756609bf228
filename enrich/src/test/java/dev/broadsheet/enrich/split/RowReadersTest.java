package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReadersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "本报讯（记者何田）昨日",
        "本报讯 记者何田报道",
        "青岭日报讯 5月6日",
        "新华社青岭5月6日电（记者何田）",
        "据新华社青岭5月6日电 记者",
        "本报青岭5月6日讯（记者何田）",
        "中新网青岭5月6日电 ",
        "□本报讯（通讯员林小雨）"
      })
  void knowsLeads(String text) {
    assertThat(Leads.isLead(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"通讯员说，路修好了", "资讯：本周天气", "本报记者从县里获悉", "电力供应充足", "喜讯传来"})
  void leavesOtherOpeningsAlone(String text) {
    assertThat(Leads.isLead(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "□ 记者 何田 通讯员 林小雨",
        "本报记者 何 田",
        "记者 何田 摄",
        "（通讯员 林小雨 摄影报道）",
        "文/图 记者 何田",
        "策划：青岭县委宣传部",
        "青岭日报全媒体记者 何田 通讯员 林小雨"
      })
  void knowsBylines(String text) {
    assertThat(BylineRows.isByline(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"记者了解到，路已修好", "记者:路修好了吗？", "青岭县新修公路", "本报记者走进云台山"})
  void leavesOtherRowsAlone(String text) {
    assertThat(BylineRows.isByline(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "路修好了。（下转第3版）, ON, 3",
    "▶▶详见第四版, SEE, 4",
    "茶山春早 A6, SEE, 6",
    "（上接第一版）, FROM, 1",
    "路修好了 下转02版, ON, 2"
  })
  void readsPointersAtTheEnd(String text, Pointers.Kind kind, int page) {
    Pointers pointer = Pointers.atEnd(text);

    assertThat(pointer).isNotNull();
    assertThat(pointer.kind()).isEqualTo(kind);
    assertThat(pointer.page()).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"今日8版", "第2048期 (今日8版)", "新书再版"})
  void leavesNumberOfPagesAlone(String text) {
    assertThat(Pointers.atEnd(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"三, 3", "十二, 12", "二十, 20", "廿一, 21", "二〇二四, 2024", "A3, 3", "０３, 3"})
  void readsNumerals(String text, int value) {
    assertThat(Numerals.parse(dev.broadsheet.enrich.page.Glyphs.fold(text))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "何田在会上强调 把路修好|何田在会上强调",
        "修路修桥 通水通电 青岭县五年大变样|修路修桥 通水通电",
        "何田到青岭调研公路建设 把路修到家门口|何田到青岭调研公路建设"
      })
  void findsKickerOnTheRowOfItsHeadline(String row, String kicker) {
    assertThat(row.substring(0, HeadSigns.kickerEnd(row))).isEqualTo(kicker);
  }

  @ParameterizedTest
  @ValueSource(strings = {"茶农喜收春茶 合作社忙收购", "青岭县新修公路"})
  void leavesHeadlineWithoutKickerWhole(String row) {
    assertThat(HeadSigns.kickerEnd(row)).isZero();
  }
}
