package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.Refresh;
import dev.broadsheet.cli.Main;
import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.Json;
import dev.broadsheet.sink.install.ElasticConnection;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the index says about issues that are there and issues that are not.
@Tag("stack")
@Timeout(240)
class CalendarIT {
  private static final String PAPER = "澜江日报";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  @TempDir private static Path folder;
  private static Stack stack;

  @BeforeAll
  static void start() throws IOException {
    stack = Stack.start(StackConfig.of(folder.resolve("data")));
    Files.writeString(
        folder.resolve("papers.yaml"),
        """
        papers:
          - paper: 澜江日报
            keys: lanjiangrb/{date}/{page:00}
            days: mon-sun
            except: [2021-02-11..2021-02-17]
            since: 2021-02-01
            until: 2021-12-31
            pages: 2
            expected-by: "09:00"
          - paper: 棘山报
            days: mon-sun
            since: %s
        """
            .formatted(TODAY.minusDays(3)));
    assertThat(run("setup")).isZero();
    index();
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.stop();
    }
  }

  @Test
  void showsAYearAtAGlance() {
    var out = new StringWriter();

    int code = run(out, "calendar", PAPER, "--year", "2021");

    assertThat(code).isEqualTo(1);
    assertThat(out.toString().lines())
        .contains("  Jan   . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .       0")
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("  Feb   # L i X W X X X X # . . . . . . . X X")
                    .endsWith("    4  No. 100-109"));
    assertThat(out.toString())
        .contains("# received 2", "L late 1", "i pages missing 1", "W withdrawn 1")
        .contains("2021-02-04 Thu  No. 103", "2021-02-06 Sat  No. 105")
        .doesNotContain("\u001b");
  }

  @Test
  void tellsEveryDayToScripts() {
    var out = new StringWriter();

    run(out, "calendar", PAPER, "--year", "2021", "--json");

    var days =
        out.toString().lines().map(l -> Json.tree(l.getBytes(StandardCharsets.UTF_8))).toList();
    assertThat(days).hasSize(365);
    assertThat(days.get(34).path("state").asString()).isEqualTo("MISSING");
    assertThat(days.get(34).path("number").asInt()).isEqualTo(103);
  }

  @Test
  void namesThePapersThatItKnows() {
    var out = new StringWriter();

    assertThat(run(out, "calendar")).isZero();

    assertThat(out.toString().lines()).containsExactly(PAPER);
  }

  @Test
  void expectsNothingOfAPaperWithoutAPlan() {
    var out = new StringWriter();

    assertThat(run(out, "calendar", "无此报", "--year", "2021")).isZero();

    assertThat(out.toString()).contains("missing 0");
  }

  @Test
  void statusNamesTheIssuesThatAreMissing() {
    var out = new StringWriter();

    assertThat(run(out, "status")).isZero();

    assertThat(out.toString())
        .contains("棘山报: ")
        .contains(TODAY.minusDays(3).toString(), TODAY.minusDays(1).toString())
        .doesNotContain(TODAY.minusDays(4).toString());
  }

  /// February 2021: between the 3rd and the 10th there are as many numbers as days, so each missing
  /// issue has one; that of the 5th belongs to the issue that is withdrawn.
  private static void index() throws IOException {
    var articles = new ArrayList<Article>();
    issue(articles, "2021-02-01", 100, 2, "2021-02-01T00:30:00Z");
    issue(articles, "2021-02-02", 101, 2, "2021-02-02T03:00:00Z");
    issue(articles, "2021-02-03", 102, 1, "2021-02-03T00:30:00Z");
    issue(articles, "2021-02-10", 109, 2, "2024-02-10T00:30:00Z");
    var hidden = new Article.Version(2, true, source("2021-02-05T00:30:00Z"), "0");
    articles.add(Article.withdrawn(new ArticleId("lanjiangrb/2021-02-05/01", 1), hidden));
    try (var elastic = ElasticConnection.to(stack.elasticsearchUrl(), Duration.ofSeconds(60))) {
      for (Article article : articles) {
        elastic
            .client()
            .index(
                i ->
                    i.index("broadsheet-articles-write")
                        .id(article.id())
                        .refresh(Refresh.True)
                        .document(article));
      }
    }
  }

  private static void issue(
      List<Article> articles, String date, int number, int pages, String received) {
    for (int page = 1; page <= pages; page++) {
      var id = new ArticleId("lanjiangrb/%s/%02d".formatted(date, page), 1);
      var day = LocalDate.parse(date);
      var issue =
          new Article.Issue(
              id.issueKey(),
              PAPER,
              null,
              null,
              null,
              number,
              day,
              "masthead",
              null,
              null,
              null,
              page,
              null,
              null);
      Article empty = Article.withdrawn(id, new Article.Version(1, true, source(received), "0"));
      articles.add(
          new Article(
              id.toString(),
              1,
              day,
              issue,
              empty.text(),
              empty.findings(),
              new Article.Version(1, false, source(received), "0")));
    }
  }

  private static Article.Source source(String received) {
    return new Article.Source("file:a", "0".repeat(64), Instant.parse(received), "t", 0, 0);
  }

  private static int run(String... args) {
    return run(new StringWriter(), args);
  }

  private static int run(StringWriter out, String... args) {
    var all = new ArrayList<>(List.of(args));
    all.add("--data=" + folder.resolve("data"));
    all.add("--set=papers.file=" + folder.resolve("papers.yaml"));
    var err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    assertThat(err.toString()).isEmpty();
    return code;
  }
}
