package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.RejectReason;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What becomes of input that is no newspaper page, as the README of this module has it.
class BadInputTest {
  private static final IssueEnricher CORE = IssueEnricher.load();

  private static final String TABLE = "名称\t数量\t单价\n油菜\t120\t3.5\n水稻\t340\t2.8\n小麦\t95\t2.6\n";

  @Test
  void mastheadAloneIsRejected() {
    assertThat(reason("沅滩日报\n\n2025年6月12日\n星期四\n国内统一刊号:CN99-0044\n第7001期 (今日4版)\n"))
        .isEqualTo(RejectReason.NO_ARTICLES);
  }

  @Test
  void millionBlankLinesAreRejected() {
    assertThat(reason("\n".repeat(1_000_000))).isEqualTo(RejectReason.EMPTY);
  }

  @Test
  void moreHeadlinesThanAnIssueMayHaveAreRejected() {
    assertThat(reason("石门县新修农村公路\n\n".repeat(2 * Limits.MAX_ARTICLES)))
        .isEqualTo(RejectReason.TOO_MANY_ARTICLES);
  }

  @Test
  void moreLinesThanAnyPageHasAreRejected() {
    assertThat(reason("\u3000\n\n公\r\n".repeat(Limits.MAX_LINES + 1)))
        .isEqualTo(RejectReason.STRUCTURE);
    assertThat(reason("公路\f".repeat(Limits.DEFAULT_ISSUE_BYTES / 7)))
        .isEqualTo(RejectReason.STRUCTURE);
  }

  @Test
  void moreDatesThanAnyPageHasAreRejected() {
    String allowed = "1998年3月，".repeat(Limits.MAX_DATES);

    assertThat(articles(allowed))
        .singleElement()
        .matches(a -> a.findings().dates().size() == Limits.MAX_DATES);
    assertThat(reason(allowed + "1998年3月。")).isEqualTo(RejectReason.STRUCTURE);
  }

  @Test
  void headlinesWithoutTextAreTeasers() {
    List<Article> articles = articles("东桥街道社区食堂开张\n\n石门县新修农村公路\n\n南湾社区换上新路灯\n");

    assertThat(articles).hasSize(3);
    assertThat(articles).allMatch(article -> article.text().genre().equals("teaser"));
    assertThat(articles).allMatch(article -> article.text().body().isEmpty());
  }

  @Test
  void textWithoutHeadlineIsFlaggedAndGetsNone() {
    Article article = only("本报讯（记者沈一鸣）6月11日，沅滩市东桥街道的社区食堂正式开张，六十岁以上老人凭卡就餐打七折。\n");

    assertThat(article.text().headline()).isNull();
    assertThat(article.findings().flags()).contains("headline_lost", "undated");
  }

  @Test
  void oneLineOfFiveMegabytesIsOneArticle() {
    String line = "全县公路建设稳步推进，".repeat(5_000_000 / 33);

    Article article = only(line);

    assertThat(article.text().body()).hasSameSizeAs(line);
    assertThat(article.findings().flags()).contains("headline_lost");
  }

  @Test
  void rubbishIsKeptWithoutFindings() {
    var random = new Random(3);
    var rubbish = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      rubbish.append((char) random.nextInt(' ', 0xD7FF));
    }

    List<Article> articles = articles(rubbish.toString());

    assertThat(articles).allMatch(article -> article.findings().topics().isEmpty());
    assertThat(articles).allMatch(article -> article.findings().dates().isEmpty());
    assertThat(articles).allMatch(article -> article.publishedOn() == null);
  }

  @Test
  void anotherLanguageIsKeptAsItStands() {
    Article article =
        only("Council adopts harbour plan\n\nThe council met on Monday. It adopted the plan.\n");

    assertThat(article.text().headline()).isEqualTo("Council adopts harbour plan");
    assertThat(article.text().body()).contains("The council met on Monday. It adopted the plan.");
    assertThat(article.findings().topics()).isEmpty();
    assertThat(article.findings().entities().persons()).isEmpty();
  }

  @Test
  void traditionalCharactersAreSplitAndKept() {
    Article article = only("縣府召開公路會議\n\n本報訊（記者沈一鳴）縣府昨日召開農村公路建設會議，要求年內完工。\n\n縣長秦文博出席會議。\n");

    assertThat(article.text().headline()).isEqualTo("縣府召開公路會議");
    assertThat(article.text().body()).contains("要求年內完工。").contains("縣長秦文博出席會議。");
  }

  @Test
  void tableIsKeptAsItsCells() {
    List<Article> articles = articles(TABLE.repeat(6));

    String text = articles.toString();
    assertThat(List.of("名称", "油菜", "120", "3.5", "水稻", "小麦")).allMatch(text::contains);
    assertThat(articles).allMatch(article -> article.publishedOn() == null);
  }

  private static Article only(String text) {
    List<Article> articles = articles(text);
    assertThat(articles).hasSize(1);
    return articles.getFirst();
  }

  private static List<Article> articles(String text) {
    Enrichment enrichment = Issues.enrich(CORE, text);
    assertThat(enrichment).isInstanceOf(Enrichment.Articles.class);
    return ((Enrichment.Articles) enrichment).articles();
  }

  private static RejectReason reason(String text) {
    Enrichment enrichment = Issues.enrich(CORE, text);
    assertThat(enrichment).isInstanceOf(Enrichment.Rejected.class);
    return ((Enrichment.Rejected) enrichment).reason();
  }
}
