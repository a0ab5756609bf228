package dev.broadsheet.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The room's server over a real node.
@Tag("stack")
@Timeout(180)
class RoomIT {
  private static RoomRig rig;

  @BeforeAll
  static void open() throws IOException {
    rig = new RoomRig("room-api", Map.of());
    rig.index(Documents.archive());
  }

  @AfterAll
  static void close() {
    if (rig != null) {
      rig.close();
    }
  }

  @Test
  void marksTheWordsThatWereAskedFor() {
    JsonNode found = search("q", "防汛演练");

    assertThat(found.get("total").asLong()).isEqualTo(1);
    JsonNode result = found.get("results").get(0);
    assertThat(hits(result.get("headline"))).containsExactly("防汛演练");
    assertThat(text(result.get("headline"))).isEqualTo("防汛演练在沙洲举行");
    assertThat(hits(result.get("excerpts").get(0))).containsExactly("防汛演练");
  }

  @Test
  void marksWordsAtBothEndsOfAText() {
    JsonNode excerpts = search("q", "江堤上 准时开始。").at("/results/0/excerpts");

    assertThat(text(excerpts.get(0))).isEqualTo("江堤上，防汛演练准时开始。");
    assertThat(hits(excerpts.get(0))).containsExactly("江堤上", "准时开始");
  }

  @Test
  void findsOnlyWhatHoldsAllWords() {
    assertThat(search("q", "图书馆 听众").get("total").asLong()).isEqualTo(28);
    assertThat(search("q", "图书馆 轮渡").get("total").asLong()).isZero();
  }

  @Test
  void takesOperatorsForText() {
    assertThat(search("q", "图书馆 OR 轮渡").get("total").asLong()).isZero();
    assertThat(search("q", "*").get("total").asLong()).isZero();
    assertThat(search("q", "headline:轮渡 \"").get("total").asLong()).isZero();
  }

  @Test
  void narrowsByPaperPersonAndTopic() {
    assertThat(search("paper", "江湾日报").get("total").asLong()).isEqualTo(3);
    assertThat(search("person", "赵甲").get("total").asLong()).isEqualTo(28);
    assertThat(search("topic", "medtop:05000000").get("total").asLong()).isEqualTo(28);
    assertThat(search("paper", "江湾日报", "person", "赵甲").get("total").asLong()).isZero();
  }

  @Test
  void narrowsByDaysAndCountsThem() {
    JsonNode found = search("from", "2031-04-27", "to", "2031-05-06");

    assertThat(found.get("total").asLong()).isEqualTo(5);
    assertThat(found.at("/histogram/unit").asString()).isEqualTo("day");
    assertThat(found.at("/histogram/bars").valueStream())
        .extracting(b -> b.get("from").asString() + " " + b.get("articles").asLong())
        .containsExactly("2031-04-27 1", "2031-04-28 1", "2031-05-06 3");
  }

  @Test
  void drawsLongTimesWithLongBars() {
    JsonNode histogram = search().get("histogram");

    assertThat(histogram.get("unit").asString()).isEqualTo("year");
    assertThat(histogram.at("/bars/0/from").asString()).isEqualTo("1987-01-01");
    assertThat(histogram.at("/bars/0/to").asString()).isEqualTo("1987-12-31");
  }

  @Test
  void offersValuesWithTheirCounts() {
    JsonNode papers = search().at("/facets/paper");

    assertThat(papers.get(0).get("value").asString()).isEqualTo("石桥晚报");
    assertThat(papers.get(0).get("articles").asLong()).isEqualTo(28);
  }

  @Test
  void findsUndatedArticlesApart() {
    assertThat(search().get("undated").asLong()).isEqualTo(1);
    JsonNode found = search("undated", "1");

    assertThat(found.get("total").asLong()).isEqualTo(1);
    assertThat(found.get("histogram").isNull()).isTrue();
    assertThat(found.at("/results/0/headline").isEmpty()).isTrue();
  }

  @Test
  void leafsThroughResults() {
    JsonNode first = search("person", "赵甲");
    JsonNode second = search("person", "赵甲", "page", "2");

    assertThat(first.get("pages").asInt()).isEqualTo(2);
    assertThat(first.get("results").size()).isEqualTo(20);
    assertThat(first.at("/results/0/published_on").asString()).isEqualTo("2031-04-28");
    assertThat(second.get("results").size()).isEqualTo(8);
    assertThat(second.at("/results/7/published_on").asString()).isEqualTo("2031-04-01");
  }

  @Test
  void showsAnArticleWithItsNeighbours() {
    JsonNode view = rig.ask("article?id=" + encoded("江湾日报/2031-05-06/01#2"));

    assertThat(view.at("/article/headline").asString()).isEqualTo("防汛演练在沙洲举行");
    assertThat(view.get("neighbours").valueStream())
        .extracting(n -> n.get("position").asInt())
        .containsExactly(1, 2);
  }

  @Test
  void hidesWithdrawnArticles() {
    var response = rig.get("api/article?id=" + encoded("江湾日报/2031-05-06/04#1"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(search("paper", "江湾日报").get("total").asLong()).isEqualTo(3);
  }

  @Test
  void showsAPageInOrderWithTheOtherPagesOfTheDay() {
    JsonNode view = rig.ask("issue?key=" + encoded("江湾日报/2031-05-06/01"));

    assertThat(view.at("/issue/paper").asString()).isEqualTo("江湾日报");
    assertThat(view.get("articles").valueStream())
        .extracting(a -> a.get("headline").asString())
        .containsExactly("江湾新港开港", "防汛演练在沙洲举行");
    assertThat(view.get("pages").valueStream())
        .extracting(p -> p.get("page").asInt())
        .containsExactly(1, 2);
  }

  @Test
  void cutsALongBodyOnThePageAtASentence() throws IOException {
    var one = new RoomRig("room-long", Map.of());
    try (one) {
      one.index(
          List.of(
              Documents.article(
                  "长报", "2031-05-06", 1, 1, d -> d.put("body", "一句十个字的话写在这。".repeat(100)))));

      JsonNode entry = one.ask("issue?key=" + encoded("长报/2031-05-06/01")).at("/articles/0");

      assertThat(entry.get("whole").asBoolean()).isFalse();
      assertThat(entry.get("lead").asString()).endsWith("。").hasSizeBetween(200, 421);
    }
  }

  @Test
  void tellsHowFarThePipelineIs() {
    JsonNode state = rig.ask("state");

    assertThat(state.at("/lag/enrich").asLong()).isEqualTo(3);
    assertThat(state.at("/letters/0/reason").asString()).isEqualTo("too-large");
    assertThat(state.at("/holdings/articles").asLong()).isEqualTo(34);
    assertThat(state.at("/holdings/papers").valueStream())
        .filteredOn(p -> p.get("name").asString().equals("江湾日报"))
        .extracting(p -> p.get("newest").asString())
        .containsExactly("2031-05-06");
  }

  @Test
  void answersWithoutKafka() throws IOException {
    try (var alone = new RoomRig("room-alone", Map.of())) {
      alone.pipeline().silent = true;

      JsonNode state = alone.ask("state");

      assertThat(state.get("lag").isNull()).isTrue();
      assertThat(state.at("/holdings/articles").asLong()).isZero();
      assertThat(alone.ask("search").get("total").asLong()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "main.js", "api/search", "api/none", "nothing", "../secret"})
  void forbidsForeignContentEverywhere(String path) {
    var headers = rig.get(path).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void sendsAFileAgainOnlyWhenItHasChanged() {
    String tag = rig.get("main.js").headers().firstValue("ETag").orElseThrow();

    var again = rig.get("main.js", "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void answersNoForeignHost() throws IOException {
    assertThat(status("evil.example:80")).isEqualTo("403");
    assertThat(status("localhost.evil.example")).isEqualTo("403");
    assertThat(status("localhost")).isEqualTo("200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE"})
  void onlyReads(String method) {
    assertThat(rig.send(method, "api/search").statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search?page=501",
        "search?page=0",
        "search?from=yesterday",
        "search?size=100000",
        "search?order=random",
        "search?undated=1&from=2031-05-06",
        "search?paper=",
        "search?q=a&q=b",
        "article",
        "article?id="
      })
  void refusesQuestionsThatMakeNoSense(String question) {
    var response = rig.get("api/" + question);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Json.tree(response.body().getBytes(StandardCharsets.UTF_8)).get("code").asString())
        .isEqualTo("parameter");
  }

  @Test
  void refusesEndlessWords() {
    assertThat(rig.get("api/search?q=" + "a".repeat(300)).statusCode()).isEqualTo(400);
    assertThat(rig.get("api/search?q=" + "a".repeat(40_000)).statusCode()).isEqualTo(414);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/../RoomServer.class", "/%2e%2e/x", "/page/main.js", "//main.js", "/index.html"})
  void servesNothingBesidesThePage(String path) throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .containsAnyOf(" 404 ", " 400 ");
  }

  @Test
  void demandsAToken() throws IOException {
    try (var closed =
        new RoomRig("room-token", Map.of("room.token", "a-token-of-many-characters"))) {
      var without = closed.get("");

      assertThat(without.statusCode()).isEqualTo(401);
      assertThat(without.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
      assertThat(closed.get("api/search", "Authorization", "Bearer wrong").statusCode())
          .isEqualTo(401);
      assertThat(
              closed
                  .get("api/search", "Authorization", "Bearer a-token-of-many-characters")
                  .statusCode())
          .isEqualTo(200);
    }
  }

  private static JsonNode search(String... parameters) {
    var query = new StringBuilder();
    for (int i = 0; i < parameters.length; i += 2) {
      query.append(i == 0 ? '?' : '&').append(parameters[i]).append('=');
      query.append(encoded(parameters[i + 1]));
    }
    return rig.ask("search" + query);
  }

  private static List<String> hits(JsonNode parts) {
    return parts
        .valueStream()
        .filter(p -> p.get("hit").asBoolean())
        .map(p -> p.get("text").asString())
        .toList();
  }

  private static String text(JsonNode parts) {
    return String.join("", parts.valueStream().map(p -> p.get("text").asString()).toList());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String status(String host) throws IOException {
    String answer = raw("GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host));
    return answer.split(" ", 3)[1];
  }

  /// The first line of the answer.
  private static String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), rig.address().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.lines().findFirst().orElse("");
    }
  }
}
