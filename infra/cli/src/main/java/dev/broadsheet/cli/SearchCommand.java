package dev.broadsheet.cli;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `broadsheet search`: articles from the index, with the words marked.
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Finds articles that hold all of the words, best first.",
    footer = {
      "",
      "  broadsheet search 营商环境",
      "  broadsheet search 乡村振兴 合作社 --from 2025-01-01 --to 2025-06-30"
    })
final class SearchCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "WORD", description = "words or phrases; all must occur")
  private List<String> words;

  @Option(names = "--paper", defaultValue = "", description = "only this paper")
  private String paper;

  @Option(names = "--from", defaultValue = "", paramLabel = "DAY", description = "from this day on")
  private String from;

  @Option(names = "--to", defaultValue = "", paramLabel = "DAY", description = "up to this day")
  private String to;

  @Option(names = "--size", defaultValue = "10", description = "how many (default: 10)")
  private int size;

  @Option(names = "--json", description = "article documents, one a line")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    var request =
        new ArticleSearch.Request(
            String.join(" ", words), paper, from, to, Math.clamp(size, 1, 1000));
    Settings settings = options.settings();
    try (var elastic = new Elastic(settings)) {
      String alias = settings.get(Settings.INDEX_ALIAS);
      var found = elastic.ask(client -> new ArticleSearch(client, alias).find(request));
      print(found, spec.commandLine().getOut());
    }
    return 0;
  }

  private void print(ArticleSearch.Found found, PrintWriter out) {
    if (json) {
      found.matches().forEach(m -> out.println(Json.text(m.article())));
      return;
    }
    out.printf(
        "%d %s for %s (%d ms)%n",
        found.total(),
        found.total() == 1 ? "article" : "articles",
        String.join(" ", words),
        found.tookMillis());
    found.matches().forEach(m -> out.print(Results.describe(m)));
    if (found.total() == 0) {
      out.println("Nothing yet? `broadsheet status` shows what is still on its way.");
    }
  }

  /// How a match is shown to people.
  static final class Results {
    private static final boolean COLOURS = Terminal.isThere() && System.getenv("NO_COLOR") == null;

    private Results() {}

    static String describe(ArticleSearch.Match match) {
      Article article = match.article();
      String headline = article.text().headline();
      String topics =
          article.findings().topics().stream()
              .map(Article.TopicLabel::label)
              .collect(Collectors.joining(" · "));
      return "%n  %s%n  %s%n    %s%n    %s%n"
          .formatted(
              bold(Display.safe(headline == null ? "（无标题）" : headline)),
              where(article) + (topics.isEmpty() ? "" : "  " + topics),
              marked(Display.safe(match.excerpt())),
              Display.safe(article.id()));
    }

    private static String where(Article article) {
      String paper = article.issue().paper();
      String day = article.publishedOn() == null ? "undated" : article.publishedOn().toString();
      return Display.safe(paper == null ? "?" : paper) + "  " + day;
    }

    private static String marked(String text) {
      return COLOURS
          ? text.replace("[[", "\u001b[1;33m").replace("]]", "\u001b[0m")
          : text.replace("[[", "【").replace("]]", "】");
    }

    private static String bold(String text) {
      return COLOURS ? "\u001b[1m" + text + "\u001b[0m" : text;
    }
  }
}
