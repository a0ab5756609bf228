package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contract.Article;
import dev.broadsheet.rig.GeneratedPage;
import dev.broadsheet.rig.PageGenerator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each of the five processes is killed once while issues come in: every article is there once.
@Tag("stack")
@Timeout(480)
class KillIT {
  private static final int ISSUES = 500;
  private static final List<String> VICTIMS = List.of("ingest", "enrich", "sink", "node", "broker");
  @TempDir private Path folder;

  @Test
  void everyArticleIsThereOnceAlthoughEachProcessIsKilled() {
    var generator = new PageGenerator(20_250_612);
    var expected = new TreeMap<String, String>();
    try (Pipeline pipeline = Pipeline.start(folder.resolve("data"))) {
      int portion = ISSUES / VICTIMS.size();
      for (String victim : VICTIMS) {
        var pages = new ArrayList<GeneratedPage>();
        for (int i = 0; i < portion; i++) {
          pages.add(generator.next());
        }
        pages.forEach(p -> expect(p, expected));
        pages.subList(0, portion / 2).forEach(p -> Pages.deliver(p, pipeline.inbox()));
        pipeline.process(victim).kill();
        pages.subList(portion / 2, portion).forEach(p -> Pages.deliver(p, pipeline.inbox()));
        pipeline.process(victim).restart();
      }

      await()
          .atMost(Duration.ofSeconds(240))
          .pollInterval(Duration.ofSeconds(2))
          .until(() -> pipeline.visible().articles().size() >= expected.size());
      pipeline.awaitCaughtUp(Duration.ofSeconds(60));

      assertThat(headlines(pipeline.visible().articles())).isEqualTo(expected);
      assertThat(pipeline.everything().articles()).hasSameSizeAs(expected);
      assertThat(pipeline.everything().articles().values())
          .allMatch(a -> a.version().revision() == 1);
    }
  }

  private static void expect(GeneratedPage page, Map<String, String> expected) {
    for (int i = 0; i < page.headlines().size(); i++) {
      expected.put(page.key() + "#" + (i + 1), page.headlines().get(i));
    }
  }

  private static Map<String, String> headlines(Map<String, Article> articles) {
    var result = new TreeMap<String, String>();
    articles.forEach((id, article) -> result.put(id, article.text().headline()));
    return result;
  }
}
