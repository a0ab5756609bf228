package dev.broadsheet.room;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Invented articles: the contract's example, changed.
final class Documents {
  /// What a page would do if it took text for markup.
  static final String ATTACK =
      "<img src=x onerror=\"window.broken=1\"></script><script>window.broken=1</script>";

  private Documents() {}

  /// An article of a paper's page.
  static ObjectNode article(String paper, String day, int page, int position) {
    String key = "%s/%s/%02d".formatted(paper, day, page);
    ObjectNode document = example();
    document.put("id", key + "#" + position);
    document.put("position", position);
    document.put("published_on", day);
    document.putNull("duplicate_of");
    document.putNull("continued_on");
    document.putNull("continued_from");
    ObjectNode issue = (ObjectNode) document.get("issue");
    issue.put("key", key).put("paper", paper).put("date", day).put("page", page);
    return document;
  }

  static ObjectNode article(
      String paper, String day, int page, int position, Consumer<ObjectNode> change) {
    ObjectNode document = article(paper, day, page, position);
    change.accept(document);
    return document;
  }

  /// A small archive: three papers, several days, an undated page, a withdrawn article and one
  /// whose every text is hostile.
  static List<ObjectNode> archive() {
    var all = new ArrayList<ObjectNode>();
    all.add(article("江湾日报", "2031-05-06", 1, 1));
    all.add(article("江湾日报", "2031-05-06", 1, 2, d -> headed(d, "防汛演练在沙洲举行", "江堤上，防汛演练准时开始。")));
    all.add(article("江湾日报", "2031-05-06", 2, 1, d -> headed(d, "夜市灯火", "夜市里，人来人往。")));
    for (int day = 1; day <= 28; day++) {
      String text = "第%d场讲座在图书馆举行，听众很多。".formatted(day);
      all.add(
          article(
              "石桥晚报",
              "2031-04-%02d".formatted(day),
              3,
              1,
              d -> {
                headed(d, "图书馆讲座又开讲", text);
                people(d, "赵甲");
                topic(d, "medtop:05000000", "教育", "讲座");
              }));
    }
    all.add(article("旧闻报", "1987-03-02", 1, 1, d -> headed(d, "轮渡通航", "渡口的轮渡今日通航。")));
    all.add(
        article(
            "无期报",
            "2031-01-01",
            1,
            1,
            d -> {
              headed(d, null, "这一页没有日期，也没有标题。");
              d.putNull("published_on");
              ((ObjectNode) d.get("issue")).putNull("date");
              d.putArray("flags").add("headline_lost").add("undated");
            }));
    all.add(article("江湾日报", "2031-05-06", 4, 1, d -> d.put("withdrawn", true)));
    all.add(article("恶意" + ATTACK, "2031-05-07", 1, 1, Documents::attack));
    return all;
  }

  private static void attack(ObjectNode document) {
    document.put("headline", "恶意标题" + ATTACK).put("kicker", ATTACK).put("column", ATTACK);
    document.put("body", "正文里也有" + ATTACK + "，仅此而已。");
    document.putArray("subheads").add(ATTACK);
    document.putArray("captions").add(ATTACK);
    document.putArray("keywords").add(ATTACK);
    document.putArray("flags").add(ATTACK);
    document.putArray("dates");
    people(document, ATTACK);
    ((ObjectNode) document.get("byline")).put("text", ATTACK);
    ((ObjectNode) document.get("issue")).put("section", ATTACK).put("lunar_date", ATTACK);
    topic(document, "medtop:99999999", ATTACK, ATTACK);
  }

  private static void headed(ObjectNode document, String headline, String body) {
    document.put("headline", headline).putNull("kicker").put("body", body);
    document.putArray("subheads");
    document.putArray("captions");
    document.putArray("dates");
  }

  private static void people(ObjectNode document, String... names) {
    ArrayNode persons = ((ObjectNode) document.get("entities")).putArray("persons");
    List.of(names).forEach(persons::add);
  }

  private static void topic(ObjectNode document, String code, String label, String evidence) {
    ObjectNode topic = document.putArray("topics").addObject();
    topic.put("code", code).put("label", label).put("score", 0.7);
    topic.putArray("evidence").add(evidence);
  }

  private static ObjectNode example() {
    try (InputStream in = Article.class.getResourceAsStream("article.example.json")) {
      JsonNode example = Json.tree(Objects.requireNonNull(in).readAllBytes());
      return (ObjectNode) example;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
