package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Kinds of rows inside whole pages.
class PageRowsTest {
  private static List<ArticleDraft> articles(String page) {
    return PageSplitter.split(page).articles();
  }

  @Test
  void keepsEveryLineOfAPoem() {
    List<ArticleDraft> articles =
        articles(
            """
            山里的灯

            □ 何田

            山村夜静虫声稠，
            灯火一窗亮坡头。
            白天坡上学采茶，
            晚上灯下学剪绸。
            """);

    assertThat(articles).hasSize(1);
    assertThat(articles.getFirst().paragraphs())
        .containsExactly("山村夜静虫声稠，", "灯火一窗亮坡头。", "白天坡上学采茶，", "晚上灯下学剪绸。");
  }

  @Test
  void keepsStanzasOfFourLinesWithoutMarks() {
    List<ArticleDraft> articles =
        articles(
            """
            渡口的灯
            何 小 田
            渡船已经不来这里了
            缆绳还湿着
            把一盏灯，系在
            一千条波纹的中央

            我看见摆渡人的女儿
            坐在石阶上
            她数着对岸的窗
            数到第七扇，天就黑了
            """);

    assertThat(articles).hasSize(1);
    assertThat(articles.getFirst().head().headline()).isEqualTo("渡口的灯");
    assertThat(articles.getFirst().paragraphs()).hasSize(8);
  }

  @Test
  void takesQuestionsForTextAndNotForHeadlines() {
    List<ArticleDraft> articles =
        articles(
            """
            秧苗怕冷怎么办

            问：倒春寒来了怎么办？

            答：夜里灌深水保温，白天再慢慢排水，不必惊慌。

            问：要不要施肥？

            答：寒潮过后喷一次叶面肥，一周左右可以恢复。
            """);

    assertThat(articles).hasSize(1);
    assertThat(articles.getFirst().head().headline()).isEqualTo("秧苗怕冷怎么办");
    assertThat(articles.getFirst().paragraphs()).hasSize(4);
  }

  @Test
  void keepsTheSignatureOfANoticeWithItsText() {
    List<ArticleDraft> articles =
        articles(
            """
            停 电 通 知

            因线路改造施工，5月24日7时至18时青石社区停电，请做好准备。
            国网青岭县供电公司

            遗 失 声 明

            何田遗失残疾人证，证号尾数4472，声明作废。
            """);

    assertThat(articles).hasSize(2);
    assertThat(articles.getFirst().body()).contains("国网青岭县供电公司");
  }

  @Test
  void partsAPhotographerFromTheTextOfAPhoto() {
    ArticleDraft photo = articles("茶山春早\n\n5月6日，云台山的茶农在采摘春茶，今年茶叶收购价比去年高出两成。 记者 何田 摄\n").getFirst();

    assertThat(photo.body()).endsWith("高出两成。");
    assertThat(photo.bylines()).containsExactly("记者 何田 摄");
  }
}
