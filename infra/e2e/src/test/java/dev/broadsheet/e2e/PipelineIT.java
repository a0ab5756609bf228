package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contract.Article;
import dev.broadsheet.rig.GeneratedPage;
import dev.broadsheet.rig.IndexSnapshot;
import dev.broadsheet.rig.PageGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Issue in, documents out, with everything real. Each test has keys of its own.
@Tag("stack")
@Timeout(240)
class PipelineIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  @TempDir private static Path folder;
  private static Pipeline pipeline;

  @BeforeAll
  static void start() {
    pipeline = Pipeline.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    if (pipeline != null) {
      pipeline.close();
    }
  }

  @Test
  void articlesOfAnInboxFileAreFoundBySearch() {
    GeneratedPage page = page(1);

    Pages.deliver(page, pipeline.inbox());

    awaitArticles(page);
    var found = pipeline.command("search", page.headlines().getFirst());
    assertThat(found.code()).isZero();
    assertThat(found.out()).startsWith("1 article for").contains(page.headlines().getFirst());
    assertThat(found.out()).contains(dayOf(page));
  }

  @Test
  void articlesOfAnInboxFileCanBeReadInTheRoom() throws Exception {
    GeneratedPage page = page(6);
    URI room = pipeline.room();

    Pages.deliver(page, pipeline.inbox());

    awaitArticles(page);
    String key = URLEncoder.encode(page.key(), StandardCharsets.UTF_8);
    assertThat(get(room.resolve("api/issue?key=" + key))).contains(page.headlines());
    await()
        .atMost(SOON)
        .until(() -> get(room.resolve("api/state")).contains("\"lag\":{\"enrich\":0"));
    assertThat(get(room)).contains("/main.js");
    assertThat(pipeline.command("status").out()).contains(room.toString());
  }

  @Test
  void sameFileAgainChangesNothing() {
    Path files = folder.resolve("again");
    GeneratedPage page = page(2);
    Pages.deliver(page, files);
    assertThat(pipeline.command("ingest", files.toString()).code()).isZero();
    pipeline.awaitCaughtUp(SOON);
    IndexSnapshot before = pipeline.everything();

    var again = pipeline.command("ingest", files.toString());
    pipeline.awaitCaughtUp(SOON);

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("1 unchanged");
    assertThat(pipeline.everything()).isEqualTo(before);
  }

  @Test
  void newRevisionReplacesTheOldOneWhole() {
    GeneratedPage page = page(3);
    Pages.deliver(page, pipeline.inbox());
    awaitArticles(page);

    GeneratedPage revised = new PageGenerator(33).revise(page);
    Pages.deliver(revised, pipeline.inbox());

    awaitArticles(revised);
    var hidden =
        articles(pipeline.everything(), page.key()).stream()
            .filter(a -> a.version().withdrawn())
            .toList();
    assertThat(hidden).hasSize(page.headlines().size() - revised.headlines().size());
    assertThat(hidden).allMatch(a -> a.version().revision() == 2);
  }

  @Test
  void withdrawnIssueStaysHiddenAfterElasticsearchRestarts() {
    GeneratedPage page = page(4);
    Pages.deliver(page, pipeline.inbox());
    awaitArticles(page);

    assertThat(pipeline.command("withdraw", page.key()).code()).isZero();

    await().atMost(SOON).until(() -> articles(pipeline.visible(), page.key()).isEmpty());
    pipeline.process("node").restart();
    assertThat(articles(pipeline.visible(), page.key())).isEmpty();
    assertThat(articles(pipeline.everything(), page.key()))
        .hasSize(page.headlines().size())
        .allMatch(a -> a.version().withdrawn());
  }

  @Test
  void brokenFilesDoNotStopTheOthers() throws Exception {
    Path files = folder.resolve("broken");
    GeneratedPage page = page(5);
    Pages.deliver(page, files);
    Files.write(files.resolve("empty.txt"), new byte[0]);
    Files.write(files.resolve("cut.txt"), new byte[] {'a', (byte) 0xe6, (byte) 0x96});

    var printed = pipeline.command("ingest", files.toString());

    assertThat(printed.code()).isEqualTo(1);
    assertThat(printed.out() + printed.err()).contains("empty.txt").contains("cut.txt");
    pipeline.awaitCaughtUp(SOON);
    awaitArticles(page);
    assertThat(files.resolve("cut.txt")).exists();
  }

  private static String get(URI address) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private static GeneratedPage page(long seed) {
    GeneratedPage page = new PageGenerator(seed).next();
    return new GeneratedPage("t%d/%s".formatted(seed, page.key()), page.text(), page.headlines());
  }

  private static String dayOf(GeneratedPage page) {
    return page.key().split("/", -1)[2];
  }

  private static void awaitArticles(GeneratedPage page) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(articles(pipeline.visible(), page.key()))
                    .extracting(a -> a.text().headline())
                    .isEqualTo(page.headlines()));
  }

  private static List<Article> articles(IndexSnapshot snapshot, String key) {
    return snapshot.articles().values().stream()
        .filter(a -> a.issue().key().equals(key))
        .sorted(Comparator.comparingInt(Article::position))
        .toList();
  }
}
