package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.contract.Article;
import dev.broadsheet.enrich.Enricher;
import dev.broadsheet.enrich.IssueEnricher;
import dev.broadsheet.rig.GeneratedPage;
import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.rig.fate.ExpectedFates;
import dev.broadsheet.rig.fate.ExpectedIndex;
import dev.broadsheet.rig.fate.Fate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;

/// The pipeline on servers in containers that are paused, killed and started again. Skipped, with
/// the reason, where no engine or image is.
@Tag("container")
@Timeout(900)
class ContainerPipelineIT {
  private static final String KAFKA_IMAGE = System.getProperty("broadsheet.image.kafka");
  private static final String ELASTICSEARCH_IMAGE =
      System.getProperty("broadsheet.image.elasticsearch");
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Duration RECOVERY = Duration.ofMinutes(4);
  private static final int PORTION = 40;

  private static final Enricher CORE = IssueEnricher.load();
  private static final PageGenerator GENERATOR = new PageGenerator(20_250_612);

  @TempDir private static Path folder;

  /// What must become of the pages of all tests: they go into one index.
  private static ExpectedFates fates;

  private static Map<String, Article> expected = Map.of();
  private static int expectedBefore;
  private static ContainerServers servers;
  private static ContainerPipeline pipeline;

  @BeforeAll
  static void start() throws IOException {
    var obstacle = ContainerEngine.obstacle(List.of(KAFKA_IMAGE, ELASTICSEARCH_IMAGE));
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    fates = ExpectedFates.writingTo(folder.resolve("fates"));
    servers = ContainerServers.start(KAFKA_IMAGE, ELASTICSEARCH_IMAGE);
    pipeline = ContainerPipeline.start(folder.resolve("data"), servers);
  }

  @AfterAll
  static void stop() {
    if (pipeline != null) {
      pipeline.close();
    }
    if (servers != null) {
      servers.close();
    }
    if (fates != null) {
      fates.close();
    }
  }

  @Test
  void everyArticleIsThereOnceAlthoughEachContainerIsPaused() throws IOException {
    for (GenericContainer<?> container : servers.all()) {
      deliverPages();
      awaitFirstOfThem();
      ContainerServers.pause(container);
      deliverPages();
      await().atMost(PAUSE.plusSeconds(5)).pollDelay(PAUSE).until(() -> true);
      ContainerServers.resume(container);
      awaitAllArticlesOnce();
    }
  }

  @Test
  void everyArticleIsThereOnceAlthoughEachContainerIsKilled() throws IOException {
    for (GenericContainer<?> container : servers.all()) {
      deliverPages();
      awaitFirstOfThem();
      ContainerServers.kill(container);
      deliverPages();
      ContainerServers.startAgain(container);
      awaitAllArticlesOnce();
    }
  }

  private static void deliverPages() {
    var pages = new ArrayList<GeneratedPage>();
    for (int i = 0; i < PORTION; i++) {
      pages.add(GENERATOR.next());
    }
    pages.forEach(page -> fates.expect(new Fate.Indexed(page.key(), 1, page.text())));
    expectedBefore = expected.size();
    expected = expectedArticles();
    pages.forEach(page -> Pages.deliver(page, pipeline.inbox()));
  }

  private static Map<String, Article> expectedArticles() {
    var all = new TreeMap<String, Article>();
    ExpectedIndex.of(fates, CORE).documents().forEach((id, d) -> all.put(id, d.article()));
    return all;
  }

  /// Afterwards the rest is on its way.
  private static void awaitFirstOfThem() {
    await().atMost(RECOVERY).until(() -> pipeline.visible().articles().size() > expectedBefore);
  }

  private static void awaitAllArticlesOnce() throws IOException {
    await()
        .atMost(RECOVERY)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(() -> pipeline.visible().articles().size() >= expected.size());
    pipeline.awaitCaughtUp(RECOVERY);

    assertThat(withoutPlaces(pipeline.visible().articles())).isEqualTo(expected);
    assertThat(pipeline.everything().articles()).hasSameSizeAs(expected);
    assertThat(pipeline.ended()).isEmpty();
  }

  private static Map<String, Article> withoutPlaces(Map<String, Article> articles) {
    var result = new TreeMap<String, Article>();
    articles.forEach((id, article) -> result.put(id, ExpectedIndex.withoutPlace(article)));
    return result;
  }
}
