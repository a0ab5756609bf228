package dev.broadsheet.cli;

import dev.broadsheet.cli.letter.Letter;
import dev.broadsheet.cli.letter.LetterBox;
import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.KafkaAccess;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `broadsheet dlq list`: the open letters.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Counts open letters by topic, stage and reason, and lists the newest.")
final class DlqListCommand implements Callable<Integer> {
  private static final Comparator<Letter> OLDEST_FIRST =
      Comparator.comparing(Letter::at).thenComparing(l -> l.place().offset());

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--reason", paramLabel = "REASON", description = "only this reason")
  private @Nullable String reason;

  @Option(names = "--limit", defaultValue = "50", description = "how many to list (default: 50)")
  private int limit;

  @Option(names = "--json", description = "the same for scripts")
  private boolean json;

  /// How many letters of one kind are open.
  record Count(String topic, String stage, String reason, long letters) {}

  /// A letter as scripts read it.
  record Row(
      String place,
      String at,
      String stage,
      String reason,
      @Nullable String key,
      long revision,
      String message) {}

  /// All that is listed.
  record Listing(long open, List<Count> counts, List<Row> newest) {}

  @Override
  public Integer call() throws Exception {
    if (reason != null) {
      RejectReason.parse(reason);
    }
    Settings settings = options.settings();
    Listing listing;
    try (var kafka = new TopicScan(KafkaAccess.from(settings))) {
      listing = list(new LetterBox(new Topics(settings.get(Settings.TOPIC_PREFIX)), kafka));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(listing));
    } else {
      print(listing, out);
    }
    return 0;
  }

  private Listing list(LetterBox box) {
    var counts = new TreeMap<List<String>, Long>(Comparator.comparing(List::toString));
    var newest = new PriorityQueue<>(OLDEST_FIRST);
    box.forEachOpen(
        (letter, _) -> {
          var cause = letter.cause();
          if (reason == null || cause.reason().equals(reason)) {
            counts.merge(
                List.of(letter.place().topic(), cause.stage(), cause.reason()), 1L, Long::sum);
            newest.add(letter);
            if (newest.size() > Math.clamp(limit, 0, 10_000)) {
              newest.remove();
            }
          }
        });
    var rows = new ArrayList<>(newest);
    rows.sort(OLDEST_FIRST.reversed());
    return new Listing(
        counts.values().stream().mapToLong(Long::longValue).sum(),
        counts.entrySet().stream()
            .map(
                e ->
                    new Count(
                        e.getKey().get(0), e.getKey().get(1), e.getKey().get(2), e.getValue()))
            .toList(),
        rows.stream().map(DlqListCommand::row).toList());
  }

  private static Row row(Letter letter) {
    return new Row(
        letter.place().toString(),
        letter.at().toString(),
        letter.cause().stage(),
        letter.cause().reason(),
        letter.key(),
        letter.revision(),
        letter.cause().message());
  }

  private static void print(Listing listing, PrintWriter out) {
    if (listing.open() == 0) {
      out.println("No open dead letters.");
      return;
    }
    var counts = new Table(List.of("topic", "stage", "reason", "open"), 40, 8, 24, 10);
    listing
        .counts()
        .forEach(c -> counts.row(c.topic(), c.stage(), c.reason(), Long.toString(c.letters())));
    out.println(counts);
    var letters =
        new Table(
            List.of("place", "when", "reason", "key", "rev", "message"), 40, 20, 20, 36, 6, 60);
    listing
        .newest()
        .forEach(
            r ->
                letters.row(
                    r.place(),
                    r.at().substring(0, Math.min(19, r.at().length())),
                    r.reason(),
                    r.key() == null ? "?" : r.key(),
                    Long.toString(r.revision()),
                    r.message()));
    out.println(letters);
    out.println("  broadsheet dlq show PLACE tells more of one.");
  }
}
