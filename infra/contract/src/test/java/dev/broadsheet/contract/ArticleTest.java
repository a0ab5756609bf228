package dev.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleTest {
  private static final Article.Source SOURCE =
      new Article.Source(
          "file:///inbox/a/01.txt",
          "ab".repeat(32),
          Instant.parse("2025-06-12T01:02:03Z"),
          "broadsheet.issues",
          2,
          17);

  static Article full() {
    return new Article(
        "a/2025-06-12/01#3",
        3,
        LocalDate.of(2025, 6, 12),
        new Article.Issue(
            "a/2025-06-12/01",
            "临江日报",
            "中共临江市委机关报",
            "CN99-0001",
            "99-1",
            8123,
            LocalDate.of(2025, 6, 12),
            "masthead",
            "乙巳年五月十七",
            "星期四",
            8,
            1,
            "要闻",
            "www.example.cn"),
        new Article.Text(
            "夏粮入库进度过半",
            "全市",
            List.of("——来自田间的报道"),
            "三农",
            "news",
            new Article.Byline("记者 何田", List.of("何田"), List.of(), List.of()),
            "本报",
            new Article.Dateline("临江", LocalDate.of(2025, 6, 11)),
            "第一段。\n第二段。",
            List.of("图为粮库。"),
            3,
            null),
        new Article.Findings(
            "2025-06-11",
            List.of(
                new Article.DateMention(
                    "6月11日",
                    "2025-06-11",
                    LocalDate.of(2025, 6, 11),
                    LocalDate.of(2025, 6, 11),
                    "body",
                    0,
                    5)),
            List.of(new Article.TopicLabel("medtop:04000000", "经济、商业和金融", 0.83, List.of("夏粮"))),
            new Article.Entities(List.of("何田"), List.of("临江市"), List.of("市粮食局")),
            List.of("夏粮"),
            8,
            "00ff00ff00ff00ff",
            null,
            List.of("truncated")),
        new Article.Version(2, false, SOURCE, "0.1.0"));
  }

  @Test
  void keepsEveryComponentThroughJson() {
    Article read = Json.read(Json.bytes(full()), Article.class);

    assertThat(read).isEqualTo(full());
  }

  @Test
  void writesTheDesignsNamesAtTheTopLevel() {
    var tree = Json.tree(Json.bytes(full()));

    assertThat(tree.propertyNames())
        .containsExactly(
            "id",
            "position",
            "published_on",
            "issue",
            "headline",
            "kicker",
            "subheads",
            "column",
            "genre",
            "byline",
            "agency",
            "dateline",
            "body",
            "captions",
            "continued_on",
            "continued_from",
            "event_date",
            "dates",
            "topics",
            "entities",
            "keywords",
            "length",
            "fingerprint",
            "duplicate_of",
            "flags",
            "revision",
            "withdrawn",
            "source",
            "pipeline");
    assertThat(tree.get("published_on").asString()).isEqualTo("2025-06-12");
    assertThat(tree.get("source").get("received_at").asString()).isEqualTo("2025-06-12T01:02:03Z");
  }

  @Test
  void isOneLine() {
    assertThat(Json.bytes(full())).doesNotContain((byte) '\n');
  }

  @Test
  void withdrawnArticleHasNothingToSearch() {
    var id = new ArticleId("a/2025-06-12/01", 3);

    Article withdrawn = Article.withdrawn(id, new Article.Version(3, true, SOURCE, "0.1.0"));

    assertThat(withdrawn.text().body()).isEmpty();
    assertThat(withdrawn.text().headline()).isNull();
    assertThat(withdrawn.findings().entities()).isEqualTo(Article.Entities.NONE);
    assertThat(Json.read(Json.bytes(withdrawn), Article.class)).isEqualTo(withdrawn);
  }

  @Test
  void namesTheTypeOfWhatIsNotJson() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read("{".getBytes(StandardCharsets.UTF_8), Article.class))
        .withMessageContaining("Article");
  }
}
