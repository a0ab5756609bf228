package dev.broadsheet.cli;

import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.name.NameLists;
import dev.broadsheet.enrich.split.ArticleDraft;
import dev.broadsheet.enrich.split.PageSplitter;
import dev.broadsheet.enrich.subject.TopicClassifier;
import dev.broadsheet.enrich.subject.TopicEvidence;
import dev.broadsheet.enrich.subject.TopicTerms;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `broadsheet topics`: what speaks for which media topic.
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = "Shows and tests the terms that speak for media topics.",
    subcommands = TopicsCommand.Explain.class)
final class TopicsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which? Try: topics explain FILE");
  }

  /// `broadsheet topics explain`: the evidence of each article.
  @Command(
      name = "explain",
      mixinStandardHelpOptions = true,
      description = "Shows, for each article of a page, the terms found and what they add up to.",
      footer = {
        "",
        "A terms file of your own has sections and lines like the files in",
        "enrich/src/main/resources/topics; weight 0 removes a term. Try it here with --terms,",
        "then name it in the setting enrich.topics.file."
      })
  static final class Explain implements Callable<Integer> {
    private static final int HITS = 8;

    @Spec private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "raw page text in UTF-8")
    private List<Path> files;

    @Option(
        names = "--terms",
        paramLabel = "FILE",
        description = "terms that change or add to the built-in ones")
    private @Nullable Path terms;

    @Override
    public Integer call() throws IOException {
      TopicTerms builtIn = TopicTerms.load();
      TopicTerms all = terms == null ? builtIn : builtIn.with(terms);
      var classifier = TopicClassifier.of(all);
      var lists = NameLists.load(all.words());
      for (Path file : files) {
        for (RawIssue issue : RawFile.read(file)) {
          for (ArticleDraft draft : PageSplitter.split(issue.text()).articles()) {
            print(draft, classifier.explain(reading(draft, lists)));
          }
        }
      }
      spec.commandLine().getOut().flush();
      return 0;
    }

    private void print(ArticleDraft draft, TopicEvidence evidence) {
      PrintWriter out = spec.commandLine().getOut();
      String headline = draft.head().headline();
      out.printf(
          "%n%s%s%n",
          Display.safe(headline == null ? "（无标题）" : headline),
          evidence.leadership() ? "   [work of persons in office]" : "");
      evidence.topics().stream()
          .filter(t -> t.chosen() || t.sum() > 0)
          .limit(5)
          .forEach(t -> out.println(line(t)));
    }

    private static String line(TopicEvidence.Topic topic) {
      String hits =
          topic.hits().stream()
              .limit(HITS)
              .map(h -> "%s ×%d (%.1f)".formatted(h.term(), h.count(), h.worth()))
              .collect(Collectors.joining(", "));
      return "  %s %s  %.2f  %s"
          .formatted(
              topic.chosen() ? "✓" : " ",
              Display.fit(topic.topic().label(), 24),
              topic.score(),
              Display.safe(hits));
    }

    private static Reading reading(ArticleDraft draft, NameLists lists) {
      List<String> head = new ArrayList<>();
      Stream.of(draft.head().kicker(), draft.head().headline())
          .filter(t -> t != null && !t.isEmpty())
          .forEach(head::add);
      head.addAll(draft.head().subheads());
      return Reading.of(lists.segmenter(), head, draft.head().column(), draft.paragraphs());
    }
  }
}
