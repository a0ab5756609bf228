package dev.broadsheet.cli;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.IssueEnricher;
import dev.broadsheet.ingest.file.FileReading;
import dev.broadsheet.ingest.file.FileStamp;
import dev.broadsheet.ingest.file.IssueKeys;
import dev.broadsheet.ingest.file.IssueReader;
import dev.broadsheet.ingest.ledger.IncomingIssue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `broadsheet preview`: the article documents of files, without any server.
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = "Prints the article documents of raw files, one JSON a line. Needs no server.",
    footer = {"", "  broadsheet preview page.txt | jq -r .headline"})
final class PreviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "raw page text in UTF-8")
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    var enricher = IssueEnricher.load();
    var reader = new IssueReader(Limits.DEFAULT_ISSUE_BYTES);
    boolean all = true;
    for (Path file : files) {
      all &= preview(file, reader, enricher);
    }
    return all ? 0 : 1;
  }

  private boolean preview(Path file, IssueReader reader, IssueEnricher enricher)
      throws IOException {
    Path path = file.toAbsolutePath().normalize();
    String key = IssueKeys.of(path.resolveSibling(".").normalize(), path);
    return switch (reader.read(path, key, path.getFileName(), FileStamp.of(path))) {
      case FileReading.Refused(var reason, var message) -> refuse(file, reason.code(), message);
      case FileReading.Taken(var issue) -> print(file, enricher.enrich(raw(issue), source(issue)));
    };
  }

  private boolean print(Path file, Enrichment enrichment) {
    return switch (enrichment) {
      case Enrichment.Rejected(var reason, var message) -> refuse(file, reason.code(), message);
      case Enrichment.Articles(var articles) -> {
        PrintWriter out = spec.commandLine().getOut();
        articles.forEach(a -> out.println(Json.text(a)));
        yield true;
      }
    };
  }

  private boolean refuse(Path file, String reason, String message) {
    spec.commandLine()
        .getErr()
        .printf("broadsheet: %s: %s: %s%n", Display.safe(file.toString()), reason, message);
    return false;
  }

  private static RawIssue raw(IncomingIssue issue) {
    return new RawIssue(
        issue.key(), issue.text(), 1, false, issue.origin(), Instant.EPOCH, issue.hints());
  }

  private static Article.Source source(IncomingIssue issue) {
    return new Article.Source(issue.origin().uri(), issue.origin().sha256(), null, "preview", 0, 0);
  }
}
