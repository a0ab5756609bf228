package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IssueEnricherTest {
  private static final IssueEnricher CORE = IssueEnricher.load();
  private static final String MASTHEAD =
      """
      沅滩日报

      2025年6月12日
      乙巳年五月十七
      星期四
      国内统一刊号:CN99-0044
      第7001期 (今日4版)

      """;
  private static final String ARTICLE =
      """
      东桥街道社区食堂开张

      本报讯（记者沈一鸣）6月11日，沅滩市东桥街道的社区食堂正式开张，六十岁以上老人凭卡就餐打七折。

      街道办事处主任秦文博介绍，食堂由三家单位共同出资，预计每天可供应三百份饭菜，下半年还要再建两家。

      """;

  @Test
  void putsAllPartsTogether() {
    Article article = only(CORE.enrich(issue("p/1", MASTHEAD + ARTICLE), source()));

    assertThat(article.text().headline()).isEqualTo("东桥街道社区食堂开张");
    assertThat(article.issue().paper()).isEqualTo("沅滩日报");
    assertThat(article.publishedOn()).isEqualTo(LocalDate.of(2025, 6, 12));
    assertThat(article.text().byline().reporters()).containsExactly("沈一鸣");
    assertThat(article.text().agency()).isEqualTo("本报");
    assertThat(article.findings().eventDate()).isEqualTo("2025-06-11");
    assertThat(article.findings().entities().persons()).containsExactly("秦文博");
    assertThat(article.findings().topics()).isNotEmpty();
    assertThat(article.findings().flags()).isEmpty();
  }

  @Test
  void datesAnIssueByItsHintWhenNothingIsPrinted() {
    var issue =
        new RawIssue(
            "p/1",
            ARTICLE,
            1,
            false,
            origin(),
            Instant.EPOCH,
            new IssueHints("沅滩日报", "2025-06-12", "3"));

    Article article = only(CORE.enrich(issue, source()));

    assertThat(article.publishedOn()).isEqualTo(LocalDate.of(2025, 6, 12));
    assertThat(article.issue().dateSource()).isEqualTo("hint");
    assertThat(article.issue().paper()).isEqualTo("沅滩日报");
    assertThat(article.issue().page()).isEqualTo(3);
  }

  @Test
  void givesTheSameBytesForTheSameBytes() {
    var one = Json.text(only(CORE.enrich(issue("p/1", MASTHEAD + ARTICLE), source())));
    var other =
        Json.text(only(IssueEnricher.load().enrich(issue("p/1", MASTHEAD + ARTICLE), source())));

    assertThat(one).isEqualTo(other);
  }

  @Test
  void keepsAnArticleThatIsPrintedTwiceAndSaysSo() {
    var enrichment =
        CORE.enrich(issue("p/1", MASTHEAD + ARTICLE + ARTICLE.replace("食堂开张", "食堂开业")), source());

    var articles = ((Enrichment.Articles) enrichment).articles();
    assertThat(articles).hasSize(2);
    assertThat(articles.get(1).findings().duplicateOf()).isEqualTo("p/1#1");
    assertThat(articles.get(1).findings().flags()).contains("duplicate_text");
  }

  @Test
  void rejectsWhatHasNoCharacters() {
    assertThat(CORE.enrich(issue("p/1", " \n\u3000\n"), source()))
        .isInstanceOfSatisfying(
            Enrichment.Rejected.class, r -> assertThat(r.reason()).isEqualTo(RejectReason.EMPTY));
  }

  @Test
  void rejectsAMastheadWithoutArticles() {
    assertThat(CORE.enrich(issue("p/1", MASTHEAD), source()))
        .isInstanceOfSatisfying(
            Enrichment.Rejected.class,
            r -> assertThat(r.reason()).isEqualTo(RejectReason.NO_ARTICLES));
  }

  private static Article only(Enrichment enrichment) {
    assertThat(enrichment).isInstanceOf(Enrichment.Articles.class);
    var articles = ((Enrichment.Articles) enrichment).articles();
    assertThat(articles).hasSize(1);
    return articles.getFirst();
  }

  private static RawIssue issue(String key, String text) {
    return new RawIssue(key, text, 1, false, origin(), Instant.EPOCH, IssueHints.NONE);
  }

  private static RawIssue.Origin origin() {
    return new RawIssue.Origin("file:p/1.txt", "text/plain", "UTF-8", "0".repeat(64));
  }

  private static Article.Source source() {
    return new Article.Source("file:p/1.txt", "0".repeat(64), null, "t", 0, 0);
  }
}
