package dev.broadsheet.cli;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.IssueEnricher;
import dev.broadsheet.enrich.split.PageSplitter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `broadsheet preview`: the article documents of files, without any server.
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = "Prints the article documents of raw files, one JSON a line. Needs no server.",
    footer = {
      "",
      "  broadsheet preview page.txt | jq -r .headline",
      "  broadsheet preview --explain page.txt        why each line went where it went"
    })
final class PreviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "pages: text, HTML, PDF, or archives of them")
  private List<Path> files;

  @Option(
      names = "--explain",
      description = "instead of documents: the page, each line with its role, article and why")
  private boolean explain;

  @Override
  public Integer call() throws IOException {
    boolean all = true;
    if (explain) {
      for (Path file : files) {
        all &= explain(file);
      }
    } else {
      var enricher = IssueEnricher.load();
      for (Path file : files) {
        all &= preview(file, enricher);
      }
    }
    return all ? 0 : 1;
  }

  private boolean explain(Path file) throws IOException {
    try {
      for (RawIssue issue : RawFile.read(file)) {
        out().print(PageExplanation.of(issue.text(), PageSplitter.split(issue.text())));
      }
      out().flush();
      return true;
    } catch (IllegalArgumentException e) {
      return refuse(String.valueOf(e.getMessage()));
    }
  }

  private boolean preview(Path file, IssueEnricher enricher) throws IOException {
    List<RawIssue> issues;
    try {
      issues = RawFile.read(file);
    } catch (IllegalArgumentException e) {
      return refuse(String.valueOf(e.getMessage()));
    }
    boolean all = true;
    for (RawIssue issue : issues) {
      all &= preview(file, issue, enricher);
    }
    return all;
  }

  private boolean preview(Path file, RawIssue issue, IssueEnricher enricher) {
    return switch (enricher.enrich(issue, source(issue))) {
      case Enrichment.Rejected(var reason, var message) ->
          refuse("%s: %s: %s".formatted(Display.safe(file.toString()), reason.code(), message));
      case Enrichment.Articles(var articles) -> {
        articles.forEach(a -> out().println(Json.text(a)));
        yield true;
      }
    };
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private boolean refuse(String message) {
    spec.commandLine().getErr().println("broadsheet: " + message);
    return false;
  }

  private static Article.Source source(RawIssue issue) {
    return new Article.Source(issue.origin().uri(), issue.origin().sha256(), null, "preview", 0, 0);
  }
}
