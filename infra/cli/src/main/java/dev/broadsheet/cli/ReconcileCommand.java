package dev.broadsheet.cli;

import dev.broadsheet.cli.reconcile.Balance;
import dev.broadsheet.cli.reconcile.Reconciler;
import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.KafkaAccess;
import dev.broadsheet.sink.install.IndexNames;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `broadsheet reconcile`: whether everything that was taken in is where it should be.
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    description = {
      "Counts every issue and article across ledger, topics, index and dead letters, while the",
      "pipeline runs, and names what is wrong. Exit code 1 if anything is."
    },
    footer = {
      "",
      "Issues; each key of the ledger or the issues topic is exactly one of:",
      "  complete       withdrawn, or its newest revision has articles without a gap",
      "  pending        enrich had not come to it when the count began, or it came later",
      "  dead-lettered  a dead letter names its newest revision",
      "  missing        in the ledger, but not in the topic; or neither articles nor dead letter",
      "  extra          in the issues topic, but not in the ledger, or newer than there",
      "  stale          the issues topic has an older revision than the ledger",
      "Articles; each id of the articles topic or the index is exactly one of:",
      "  complete       the index has the revision of the topic (withdrawn ones are there, hidden)",
      "  pending        the sink had not come to it when the count began, or it came later",
      "  dead-lettered  a dead letter names its newest revision",
      "  missing        in the articles topic, but not in the index",
      "  extra          in the index, but not in the topic, or newer than there",
      "  stale          the index is older than the topic, or it is live though its issue has a",
      "                 newer revision that is through",
      "  doubled        more than one index behind the aliases has it (counted beside the others)",
      "Letters of nothing: dead letters without a usable key and revision, or of unknown ones.",
      "",
      "At most 1,000 issues and 1,000 articles are named. About 100 MB for a million articles."
    })
final class ReconcileCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "the same for scripts")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    var topics = new Topics(settings.get(Settings.TOPIC_PREFIX));
    var names = new IndexNames(settings.get(Settings.INDEX_ALIAS));
    var aliases = List.of(names.searchAlias(), names.writeAlias());
    Balance balance;
    try (var kafka = new TopicScan(KafkaAccess.from(settings));
        var elastic = new Elastic(settings)) {
      balance = elastic.ask(client -> new Reconciler(topics, kafka, client, aliases).count());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(balance));
    } else {
      print(balance, out);
    }
    return balance.balanced() ? 0 : 1;
  }

  private static void print(Balance balance, PrintWriter out) {
    var issues = balance.issues();
    var articles = balance.articles();
    var table = new Table(List.of("", "issues", "articles"), 30, 12, 12);
    row(table, "in the ledger", issues.ledger(), "");
    row(table, "in their topic", issues.topic(), Long.toString(articles.topic()));
    row(table, "of these withdrawn", issues.withdrawn(), Long.toString(articles.withdrawn()));
    table.row("in the index", "", Long.toString(articles.index()));
    row(table, "complete", issues.complete(), Long.toString(articles.complete()));
    row(table, "pending", issues.pending(), Long.toString(articles.pending()));
    row(table, "dead-lettered", issues.deadLettered(), Long.toString(articles.deadLettered()));
    row(table, "missing", issues.missing(), Long.toString(articles.missing()));
    row(table, "extra", issues.extra(), Long.toString(articles.extra()));
    row(table, "stale", issues.stale(), Long.toString(articles.stale()));
    table.row("doubled", "", Long.toString(articles.doubled()));
    out.println(table);
    if (balance.letters() > 0) {
      out.printf("  %d dead letters name no issue or article that is known%n", balance.letters());
    }
    balance
        .findings()
        .forEach(
            f ->
                out.printf(
                    "  %s %s: %s: %s%n",
                    f.kind(), f.what(), Display.safe(f.name()), Display.safe(f.detail())));
    out.println(balance.balanced() ? "  Everything is accounted for." : "  Something is wrong.");
  }

  private static void row(Table table, String title, long issues, String articles) {
    table.row(title, Long.toString(issues), articles);
  }
}
