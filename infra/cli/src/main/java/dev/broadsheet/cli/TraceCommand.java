package dev.broadsheet.cli;

import dev.broadsheet.cli.trace.Trace;
import dev.broadsheet.cli.trace.Tracer;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.KafkaAccess;
import java.io.IOException;
import java.io.PrintWriter;
import java.text.Normalizer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `broadsheet trace`: where an issue is.
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Follows one issue: received, enriched, indexed, searchable; with offsets.",
    footer = {
      "",
      "  broadsheet trace xnrb/2025-03-20/01",
      "",
      "Exit code 1 when nothing was taken in under the key, or a stage gave it up."
    })
final class TraceCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "KEY", description = "issue key: the path without extension")
  private String key;

  @Option(names = "--json", description = "the same for scripts")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = options.settings();
    Trace trace;
    try (var elastic = new Elastic(settings)) {
      trace =
          elastic.ask(
              client ->
                  new Tracer(
                          KafkaAccess.from(settings),
                          new Topics(settings.get(Settings.TOPIC_PREFIX)),
                          client,
                          settings.get(Settings.INDEX_ALIAS))
                      .trace(Normalizer.normalize(key, Normalizer.Form.NFC)));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(trace));
    } else {
      print(trace, out);
    }
    return switch (trace.state()) {
      case UNKNOWN, FAILED -> 1;
      case ON_THE_WAY, SEARCHABLE, WITHDRAWN -> 0;
    };
  }

  private static void print(Trace trace, PrintWriter out) {
    out.printf("  %s%n", Display.safe(trace.key()));
    Trace.Receipt receipt = trace.receipt();
    if (receipt == null) {
      out.println("  received    never; is the key spelt as in `broadsheet search`?");
      return;
    }
    out.printf(
        "  received    revision %d, %s, %d bytes, %s  (%s)%n",
        receipt.revision(), receipt.state(), receipt.bytes(), receipt.at(), receipt.place());
    out.printf("  archived    %s%n", archived(trace));
    out.printf("  enriched    %s%n", enriched(trace));
    trace
        .letters()
        .forEach(
            l ->
                out.printf(
                    "  dead letter %s, %s  (%s)%n",
                    Display.safe(l.stage()), Display.safe(l.reason()), l.place()));
    long indexed = trace.articles().stream().filter(a -> a.indexed() >= receipt.revision()).count();
    long searchable = trace.articles().stream().filter(Trace.Article::searchable).count();
    out.printf("  indexed     %d of %d articles%n", indexed, trace.articles().size());
    out.printf("  searchable  %d%n", searchable);
    out.println();
    if (!trace.articles().isEmpty()) {
      out.println(articles(trace));
    }
    out.printf("  %s%n", inWords(trace.state()));
  }

  private static String archived(Trace trace) {
    Trace.Archived archive = trace.archive();
    return archive == null ? "not found" : "%s".formatted(archive.place());
  }

  private static String enriched(Trace trace) {
    long records = trace.articles().stream().filter(a -> a.place() != null).count();
    return trace.enriched() ? "yes, %d records of articles found".formatted(records) : "not yet";
  }

  private static Table articles(Trace trace) {
    var table =
        new Table(List.of("article", "record", "sink", "revision", "search"), 48, 48, 10, 8, 8);
    for (Trace.Article article : trace.articles()) {
      Trace.Place place = article.place();
      table.row(
          article.id(),
          place == null ? "not found" : place.toString(),
          place == null ? "" : article.passed() ? "past it" : "before it",
          article.indexed() == 0 ? "none" : Long.toString(article.indexed()),
          article.searchable() ? "yes" : "no");
    }
    return table;
  }

  private static String inWords(Trace.State state) {
    return switch (state) {
      case UNKNOWN -> "Nothing was taken in under this key.";
      case FAILED -> "A stage gave it up; `broadsheet dlq show PLACE` says why.";
      case ON_THE_WAY -> "It is on its way.";
      case SEARCHABLE -> "Every article is searchable.";
      case WITHDRAWN -> "It is withdrawn; no search finds it.";
    };
  }
}
