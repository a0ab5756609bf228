package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Articles whose parts stand in two places, without a headline, or side by side.
class WeaveTest {
  private static final String DAM_HEAD = "青岭水库除险加固工程完工";
  private static final String DAM = "本报讯（记者何一山）青岭水库除险加固工程日前完工。水库大坝加高两米，溢洪道拓宽一倍，灌溉面积恢复到三万亩。";
  private static final String DAM_MORE = "青岭水库管理处负责人说，大坝加高之后，水库的灌溉面积还将扩大，溢洪道也装上了自动闸门。";
  private static final String TEA_HEAD = "云台山茶农喜收春茶";
  private static final String TEA = "本报讯（通讯员林小雨）云台山的茶农忙着采摘春茶，茶叶合作社的收购价比去年高出两成。";

  private static List<ArticleDraft> articles(String... rows) {
    return PageSplitter.split(String.join("\n\n", rows)).articles();
  }

  private static List<Role> roles(String... rows) {
    return PageSplitter.split(String.join("\n\n", rows)).segments().stream()
        .map(PageSplit.Segment::role)
        .filter(role -> role != Role.BLANK)
        .toList();
  }

  @Test
  void articleGoesOnBehindThePhotoThatWasPrintedIntoIt() {
    List<ArticleDraft> articles =
        articles(
            DAM_HEAD, DAM + "水库下游的村民今年春灌不再排队，守了一夜水的日子", "上图：加高后的大坝。", "林小雨 摄", "，一去不回。" + DAM_MORE);

    assertThat(articles).hasSize(1);
    assertThat(articles.getFirst().body()).contains("守了一夜水的日子，一去不回。");
    assertThat(articles.getFirst().captions()).containsExactly("上图：加高后的大坝。", "林小雨 摄");
  }

  @Test
  void speakersGoBackToTheirTalk() {
    String question = "记者：水库的水什么时候能用上？";
    String answer = "何大川：大坝已经完工，下个月水库就开闸放水。";

    List<ArticleDraft> articles =
        articles("水库放水还要等多久", "记者：水库完工了吗？", answer, TEA, question, answer);

    assertThat(articles).hasSize(2);
    assertThat(articles.getFirst().paragraphs()).endsWith(question, answer);
    assertThat(articles.getLast().body()).isEqualTo(TEA);
  }

  @Test
  void parallelCrossheadsStayInTheirFeature() {
    String trees = "林场的职工在荒坡上种了三十年树，如今山坡上的树成了林，林下又养起了蜂。";
    String water = "沟里的水清了，鱼回来了，村里人在溪边修了步道，城里人周末来看鱼。";

    List<ArticleDraft> articles =
        articles("青岭十年", "种树：一座山的“黄”与“绿”", trees, "治水：一条溪的“浊”与“清”", water);

    assertThat(articles).hasSize(1);
    assertThat(articles.getFirst().paragraphs()).contains("治水：一条溪的“浊”与“清”", water);
  }

  @Test
  void twoNoticesInARowAreTwoArticles() {
    String lost = "何大川遗失青岭县农机站工作证一本，编号二〇一七，声明作废。";
    String water = "因更换主管，本月八日二十二时起松溪路以南停水六小时，请用户提前储水。";

    List<ArticleDraft> articles = articles("遗失声明", lost, "停水通知", water, "青岭县自来水公司");

    assertThat(articles)
        .extracting(article -> article.head().headline())
        .containsExactly("遗失声明", "停水通知");
    assertThat(articles.getLast().body()).endsWith("青岭县自来水公司");
  }

  @Test
  void headlineThatWasPrintedIntoAnotherArticleFindsItsBody() {
    List<ArticleDraft> articles =
        articles(DAM_HEAD, DAM + "水库的灌溉", TEA_HEAD, "面积恢复之后，下游的村民都说放心。" + DAM_MORE, TEA);

    assertThat(articles).hasSize(2);
    assertThat(articles.getFirst().body()).contains("水库的灌溉面积恢复之后");
    assertThat(articles.getLast().head().headline()).isEqualTo(TEA_HEAD);
  }

  @Test
  void lineThatIsNoSentenceWaitsForNoRest() {
    String call = "联系人：何先生 林女士";

    List<ArticleDraft> articles = articles(DAM_HEAD, DAM, call, TEA_HEAD, TEA);

    assertThat(articles).hasSize(2);
    assertThat(articles.getFirst().body()).endsWith(call);
  }

  @Test
  void pullQuoteIsNoColumn() {
    String quote = "大坝加高两米溢洪道拓宽一倍";
    String body = "记者在青岭看到，大坝加高两米溢洪道拓宽一倍，下游的村民不再担心，说今年的春";

    PageSplit split =
        PageSplitter.split(String.join("\n\n", DAM_HEAD, "□ 记者 何一山", body, quote, "灌，他们一天也没有耽误。"));

    assertThat(split.articles().getFirst().head().column()).isNull();
    assertThat(split.segments()).extracting(PageSplit.Segment::role).contains(Role.PULL_QUOTE);
  }

  @Test
  void tellsListsNoticesAndPointers() {
    assertThat(roles("遗失声明", "何大川遗失青岭县农机站工作证一本，编号二〇一七，声明作废。")).contains(Role.NOTICE);
    assertThat(roles("今日导读", "水库今年能放水吗 详见第3版")).contains(Role.POINTER);
    assertThat(
            roles(
                "水库放水安排",
                "青岭水库管理处排出了放水的日子。",
                "1、松溪村本月八日放水，用水六小时。",
                "2、柳河村本月九日放水，用水八小时。",
                "3、白沙村本月十日放水，用水五小时。"))
        .contains(Role.LIST);
  }
}
