package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageSplitterTest {
  private static final String ROADS = "本报讯（记者何一山）5月6日，青岭县召开农村公路建设推进会。今年全县将新修农村公路一百公里。";
  private static final String TEA = "本报讯 通讯员林小雨报道：云台山的茶农近日忙着采摘春茶，茶叶合作社收购价比去年高出两成。";

  private static List<ArticleDraft> articles(String... rows) {
    return PageSplitter.split(String.join("\n\n", rows)).articles();
  }

  @Test
  void readsMastheadOnManyRows() {
    MastheadFields masthead =
        PageSplitter.split(
                """
                青岭日报
                QINGLING DAILY
                中共青岭县委机关报
                www.qingling.example.cn
                2024年5月7日
                甲辰年三月廿九
                国内统一刊号:CN99—0012
                邮发代号:99—8
                星期二
                第2048期 (今日4版)
                """)
            .masthead();

    assertThat(masthead)
        .isEqualTo(
            new MastheadFields(
                "青岭日报",
                "中共青岭县委机关报",
                "CN99-0012",
                "99-8",
                2048,
                LocalDate.of(2024, 5, 7),
                "甲辰年三月廿九",
                "星期二",
                4,
                null,
                null,
                "www.qingling.example.cn"));
  }

  @Test
  void readsPackedMastheadAndTakesPaperFromItsHouse() {
    MastheadFields masthead =
        PageSplitter.split("中共青岭县委机关报 青岭日报社出版 2024.5.7 甲辰年三月廿九\n国内统一连续出版物号: CN99-0012 总第2048期")
            .masthead();

    assertThat(masthead.paper()).isEqualTo("青岭日报");
    assertThat(masthead.publisher()).isEqualTo("青岭日报社");
    assertThat(masthead.date()).isEqualTo(LocalDate.of(2024, 5, 7));
    assertThat(masthead.number()).isEqualTo(2048);
  }

  @Test
  void readsPageBanner() {
    MastheadFields masthead = PageSplitter.split("第03版 民生 2024年5月7日 星期二 青岭日报").masthead();

    assertThat(masthead.page()).isEqualTo(3);
    assertThat(masthead.section()).isEqualTo("民生");
    assertThat(masthead.paper()).isEqualTo("青岭日报");
  }

  @Test
  void readsPaperAndSectionOnARowOfTheirOwn() {
    PageSplit page = PageSplitter.split("青岭日报 经济观察 4\n2024年5月7日 星期二\n\n春茶开市\n" + TEA);

    assertThat(page.masthead().paper()).isEqualTo("青岭日报");
    assertThat(page.articles())
        .singleElement()
        .extracting(ArticleDraft::head)
        .isEqualTo(new ArticleDraft.Head("春茶开市", null, List.of(), null));
  }

  @Test
  void leavesImpossibleDateOut() {
    assertThat(PageSplitter.split("青岭日报\n2024年2月30日\n星期五").masthead().date()).isNull();
  }

  @Test
  void leadOpensArticleWithoutHeadlineOrBlankLine() {
    List<ArticleDraft> articles = PageSplitter.split(ROADS + "\n" + TEA).articles();

    assertThat(articles).extracting(ArticleDraft::body).containsExactly(ROADS, TEA);
    assertThat(articles)
        .allSatisfy(article -> assertThat(article.flags()).contains("headline_lost"));
  }

  @Test
  void headlineAfterBodyGoesByItsWords() {
    List<ArticleDraft> articles = articles(ROADS, "青岭县农村公路建设推进会召开", TEA, "云台山茶农喜收春茶");

    assertThat(articles)
        .extracting(article -> article.head().headline())
        .containsExactly("青岭县农村公路建设推进会召开", "云台山茶农喜收春茶");
  }

  @Test
  void queuedHeadlinesGoByTheirWords() {
    List<ArticleDraft> articles = articles(ROADS, TEA, "云台山茶农喜收春茶", "青岭县新修农村公路一百公里");

    assertThat(articles)
        .extracting(article -> article.head().headline())
        .containsExactly("青岭县新修农村公路一百公里", "云台山茶农喜收春茶");
  }

  @Test
  void kickerStandsApartFromHeadlineOnItsRow() {
    ArticleDraft article = articles("何田在全县公路建设会上强调 把路修到群众家门口", ROADS).getFirst();

    assertThat(article.head().kicker()).isEqualTo("何田在全县公路建设会上强调");
    assertThat(article.head().headline()).isEqualTo("把路修到群众家门口");
  }

  @Test
  void bylineBehindHeadlineIsCutOff() {
    ArticleDraft article =
        articles("云台山上采茶忙 □ 记者 林小雨 何一山", "近日，云台山的茶农忙着采摘春茶，茶叶合作社收购价比去年高出两成。").getFirst();

    assertThat(article.head().headline()).isEqualTo("云台山上采茶忙");
    assertThat(article.bylines()).containsExactly("记者 林小雨 何一山");
  }

  @Test
  void jumpMarkIsCutFromBody() {
    ArticleDraft article = articles("青岭县召开农村公路建设推进会", ROADS + "（下转第3版）").getFirst();

    assertThat(article.body()).isEqualTo(ROADS);
    assertThat(article.jumps().continuedOn()).isEqualTo(3);
  }

  @Test
  void continuationMarkTellsPageBefore() {
    ArticleDraft article =
        articles("青岭县新修农村公路一百公里", "（上接第一版）会议要求，农村公路要建好、管好、护好，让群众出行更方便。").getFirst();

    assertThat(article.jumps().continuedFrom()).isEqualTo(1);
    assertThat(article.body()).startsWith("会议要求");
  }

  @Test
  void teaserHasNoBody() {
    List<ArticleDraft> articles =
        PageSplitter.split("夜校里的新学员\n（详见第四版）\n\n青岭县召开农村公路建设推进会\n\n" + ROADS).articles();

    assertThat(articles).hasSize(2);
    assertThat(articles.getFirst().paragraphs()).isEmpty();
    assertThat(articles.getFirst().jumps().refersTo()).isEqualTo(4);
    assertThat(articles.getLast().head().headline()).isEqualTo("青岭县召开农村公路建设推进会");
  }

  @Test
  void photoTextIsBodyAndCaption() {
    ArticleDraft article = articles("茶山春早", "5月5日，茶农在云台山上采摘春茶，满山茶树一片新绿。", "记者 林小雨 摄").getFirst();

    assertThat(article.captions()).isEqualTo(article.paragraphs()).hasSize(1);
    assertThat(article.bylines()).containsExactly("记者 林小雨 摄");
  }

  @Test
  void columnLogoInMidSentenceIsLiftedOut() {
    ArticleDraft article =
        articles("青岭县召开农村公路建设推进会", ROADS + "会上，各乡镇围绕公路养护、资金筹措和群众监", "走基层看变化", "督，分别作了发言。")
            .getFirst();

    assertThat(article.head().column()).isEqualTo("走基层看变化");
    assertThat(article.body()).endsWith("群众监督，分别作了发言。");
  }

  @Test
  void numberedCrossheadsStayInTheirArticle() {
    String roads = "青岭县的农村公路通到了每一个村民小组，公路养护有了专门队伍，公路沿线的村民都说方便。";

    List<ArticleDraft> articles =
        articles("青岭公路这五年", "□ 记者 何一山", roads, "一、修到家门口", roads, "二、管到每一里", roads);

    assertThat(articles).hasSize(1);
    assertThat(articles.getFirst().paragraphs())
        .containsExactly(roads, "一、修到家门口", roads, "二、管到每一里", roads);
  }

  @Test
  void strayCrossheadGoesBackToItsSection() {
    String roads = "青岭县的农村公路通到了每一个村民小组，公路沿线的村民都说方便。";
    String tea = "云台山的茶叶合作社今年收购春茶三万斤，茶农的收入比去年多了两成。";
    String port = "白沙港的码头开通了集装箱航线，货轮每周两班，港口吞吐量翻了一番。";

    ArticleDraft article =
        articles("青岭这五年", "一、公路通到家", roads, "二、茶农收入增", tea, port, port, "三、集装箱航线通").getFirst();

    assertThat(article.paragraphs())
        .containsExactly("一、公路通到家", roads, "二、茶农收入增", tea, "三、集装箱航线通", port, port);
  }

  @Test
  void itemsBehindBulletsAreBriefs() {
    List<ArticleDraft> articles =
        PageSplitter.split("▲青岭县新修农村公路一百公里，下月通车。\n▲云台山茶农喜收春茶，收购价涨了两成。").articles();

    assertThat(articles).hasSize(2);
  }

  @Test
  void colophonBelongsToNoArticle() {
    PageSplit split =
        PageSplitter.split(
            "青岭县召开农村公路建设推进会\n\n" + ROADS + "\n\n责任编辑:何田 美术编辑:林小雨\n\n新闻热线:0999-1234567");

    assertThat(split.articles()).hasSize(1);
    assertThat(split.articles().getFirst().body()).isEqualTo(ROADS);
    assertThat(split.segments()).extracting(PageSplit.Segment::role).contains(Role.COLOPHON);
  }

  @Test
  void joinsSentenceAcrossAnotherArticle() {
    List<ArticleDraft> articles =
        articles(
            "青岭县召开农村公路建设推进会",
            ROADS + "会议要求，农村公路要建好管好，公路养护",
            "云台山茶农喜收春茶",
            TEA,
            "（林小雨）",
            "队伍要落实到乡镇，农村公路养护经费由青岭县统一安排。");

    assertThat(articles).hasSize(2);
    assertThat(articles.getFirst().body()).endsWith("公路养护队伍要落实到乡镇，农村公路养护经费由青岭县统一安排。");
    assertThat(articles.getLast().body()).isEqualTo(TEA);
  }

  @Test
  void sameTextGivesSameSplit() {
    String page = "青岭县召开农村公路建设推进会\n\n" + ROADS + "\n\n云台山茶农喜收春茶\n\n" + TEA;

    assertThat(PageSplitter.split(page)).isEqualTo(PageSplitter.split(page));
  }

  @Test
  void pageCodeAndStaffWithoutColonsAreFurniture() {
    PageSplit split =
        PageSplitter.split(
            "3 乡 镇\n2024年5月7日 星期二 农历甲辰年三月廿九\n\n" + ROADS + "\n\n编辑 林小雨 美编 何一山 校对 王大川");

    assertThat(split.articles()).hasSize(1);
    assertThat(split.articles().getFirst().head().headline()).isNull();
  }

  @Test
  void bannerWithNumberAndPaperTellsPaper() {
    assertThat(PageSplitter.split("2 乡镇 青岭日报\n2024年5月7日 星期二\n\n" + ROADS).masthead().paper())
        .isEqualTo("青岭日报");
  }

  @Test
  void signedBriefEndsBeforeTheNext() {
    List<ArticleDraft> articles =
        articles(
            "5月6日，青岭县图书馆向读者开放了新的少儿阅览室，首日接待孩子三百多人。（通讯员 林小雨）",
            "云台山茶叶合作社昨日添置了两台炒茶机，每天可多炒鲜叶四百斤，茶农不用再等到半夜。（何一山）");

    assertThat(articles).hasSize(2);
  }

  @Test
  void whoSpokeAndWhoPresidedStandsBelowTheHeadline() {
    ArticleDraft article = articles("修好农村公路 方便群众出行", "何大川讲话 林远山主持", ROADS).getFirst();

    assertThat(article.head().headline()).isEqualTo("修好农村公路 方便群众出行");
  }

  @Test
  void authorBelowHeadlineIsNoPartOfIt() {
    ArticleDraft article =
        articles("外婆的石磨", "何 一 山", "外婆家的院子里有一盘石磨，磨豆腐的时候，我总要抢着推上两圈，推着推着天就亮了。").getFirst();

    assertThat(article.head().headline()).isEqualTo("外婆的石磨");
    assertThat(article.bylines()).hasSize(1);
  }
}
