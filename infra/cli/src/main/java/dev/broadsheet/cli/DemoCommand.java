package dev.broadsheet.cli;

import co.elastic.clients.elasticsearch._types.SortOrder;
import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.stack.Lifecycle;
import dev.broadsheet.stack.ServerProcess;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `broadsheet demo`: the main job on sample pages, with real servers, from nothing.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Starts real servers, takes in sample pages, shows and searches their articles.",
    footer = {"", "Leaves nothing running and nothing on disk, unless --keep is given."})
final class DemoCommand implements Callable<Integer> {
  private static final List<String> SEARCHES = List.of("营商环境", "医保", "防汛");
  private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(90);

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--keep", description = "leave everything running in --data, as `up` does")
  private boolean keep;

  @Override
  public Integer call() throws Exception {
    if (keep) {
      return run(options.data(), Lifecycle.DETACHED);
    }
    Path data = Files.createTempDirectory("broadsheet-demo-");
    try {
      return run(data, Lifecycle.OWNED);
    } finally {
      delete(data);
    }
  }

  private int run(Path data, Lifecycle lifecycle) throws Exception {
    var steps = new Steps(out());
    out().println("Broadsheet demo: a real Kafka broker and a real Elasticsearch node,");
    out().println("on this machine only. Papers, people and places are invented.\n");
    Stack stack =
        steps.step(
            "broker and node started",
            () -> Stack.start(StackConfig.of(data).withLifecycle(lifecycle)));
    List<ServerProcess> stages = List.of();
    try {
      Settings settings = options.settings().with(SettingsOptions.addresses(stack));
      steps.step("topics, index and aliases made", () -> new Setup(settings).run());
      stages =
          steps.step(
              "ingest, enrich and sink started",
              () -> new Stages(stack, lifecycle, Map.of()).start());
      if (keep) {
        var room = RoomAddress.choose(settings, 0);
        steps.step("reading room opened", () -> new Stages(stack, lifecycle, room).startRoom());
      }
      takeIn(steps, settings, data);
      show(settings);
      next(stack);
      return 0;
    } finally {
      if (!keep) {
        stages.forEach(ServerProcess::close);
        stack.close();
      }
    }
  }

  private void takeIn(Steps steps, Settings settings, Path data) throws Exception {
    Path inbox = Stages.inbox(data);
    steps.step(
        "sample pages put into the inbox",
        () -> {
          Samples.copyTo(inbox);
          return inbox;
        });
    steps.step("all articles searchable", () -> awaitArticles(settings, inbox));
    steps.step(
        "a corrected page replaced the first version",
        () -> {
          Samples.correctIn(inbox);
          return awaitRevision(settings);
        });
  }

  private boolean awaitArticles(Settings settings, Path inbox) throws IOException {
    long pages;
    try (var files = Files.walk(inbox)) {
      pages = files.filter(Files::isRegularFile).count();
    }
    return await(settings, found -> found.pages() >= pages);
  }

  private boolean awaitRevision(Settings settings) throws IOException {
    return await(settings, found -> found.newestRevision() >= 2);
  }

  /// What the index holds: different issues, and the highest revision of any.
  private record Held(long pages, long newestRevision) {}

  private boolean await(Settings settings, Predicate<Held> done) {
    long limit = System.nanoTime() + CATCH_UP_LIMIT.toNanos();
    try (var elastic = new Elastic(settings);
        var state = new PipelineState(settings)) {
      while (true) {
        List<Article> articles = all(elastic, settings);
        long pages = articles.stream().map(a -> a.issue().key()).distinct().count();
        long newest = articles.stream().mapToLong(a -> a.version().revision()).max().orElse(0);
        if (done.test(new Held(pages, newest)) && state.isCaughtUp()) {
          return true;
        }
        if (System.nanoTime() > limit) {
          throw new IllegalArgumentException(
              "the articles did not arrive within %d s; the logs of the stages tell more"
                  .formatted(CATCH_UP_LIMIT.toSeconds()));
        }
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static List<Article> all(Elastic elastic, Settings settings) {
    String alias = settings.get(Settings.INDEX_ALIAS);
    return elastic.ask(
        client -> {
          client.indices().refresh(r -> r.index(alias));
          return client
              .search(
                  s ->
                      s.index(alias)
                          .size(1_000)
                          .sort(o -> o.field(f -> f.field("issue.key").order(SortOrder.Asc)))
                          .sort(o -> o.field(f -> f.field("position").order(SortOrder.Asc))),
                  Article.class)
              .hits()
              .hits()
              .stream()
              .map(h -> Objects.requireNonNull(h.source()))
              .toList();
        });
  }

  private void show(Settings settings) throws IOException {
    try (var elastic = new Elastic(settings)) {
      var table = new Table(List.of("paper", "date", "headline", "topic"), 16, 10, 56, 18);
      for (Article article : all(elastic, settings)) {
        table.row(
            or(article.issue().paper(), article.issue().key()),
            article.publishedOn() == null ? "undated" : article.publishedOn().toString(),
            or(article.text().headline(), "（无标题）" + start(article.text().body())),
            article.findings().topics().stream()
                .map(Article.TopicLabel::label)
                .findFirst()
                .orElse("—"));
      }
      out().println();
      out().print(table);
      var search = settings.get(Settings.INDEX_ALIAS);
      for (String words : SEARCHES) {
        var request = new ArticleSearch.Request(words, "", "", "", 2);
        var found = elastic.ask(client -> new ArticleSearch(client, search).find(request));
        out().printf("%n%d articles for %s%n", found.total(), words);
        found.matches().forEach(m -> out().print(SearchCommand.Results.describe(m)));
      }
    }
  }

  private void next(Stack stack) {
    out().println();
    if (keep) {
      out()
          .printf(
              """
              All of it is still running: Kafka %s, Elasticsearch %s.
              Search and read with a browser: %s
                ./broadsheet search WORDS --data %s
                ./broadsheet status --data %s
                ./broadsheet down --data %s
              """,
              stack.bootstrapServers(),
              stack.elasticsearchUrl(),
              Stages.room(stack.folder()).map(URI::toString).orElse("not there"),
              stack.folder(),
              stack.folder(),
              stack.folder());
    } else {
      out()
          .print(
              """
              Where to go next:
                ./broadsheet up                  the same, to stay; it names an inbox for your own pages
                ./broadsheet preview FILE        what a page of yours would become, without servers
                ./broadsheet --help              everything else
              """);
    }
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private static String start(String body) {
    return body.length() <= 30 ? body : body.substring(0, 30);
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// Says what is done and how long it took.
  private record Steps(PrintWriter out) {
    <T> T step(String what, Callable<T> work) throws Exception {
      long start = System.nanoTime();
      T result = work.call();
      out.printf("  ✓ %-46s %5.1f s%n", what, (System.nanoTime() - start) / 1e9);
      out.flush();
      return result;
    }
  }
}
