package dev.broadsheet.cli;

import dev.broadsheet.cli.letter.Letter;
import dev.broadsheet.cli.letter.Place;
import dev.broadsheet.cli.letter.Replayer;
import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.access.KafkaAccess;
import dev.broadsheet.ingest.IngestConfig;
import dev.broadsheet.ingest.kafka.Patience;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `broadsheet dlq replay`: takes open letters up again.
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes open letters again: the same text under the same key, as the next revision. For"
          + " the",
      "letter of an article that is its issue, newest text, so that all its articles are made"
          + " anew.",
      "An issue that has a newer revision, or is withdrawn, stays as it is; the same letter twice",
      "publishes once."
    },
    footer = {
      "",
      "Without REASON and PLACE: every open letter.",
      "Exit code 1 when a letter holds nothing that can be published."
    })
final class DlqReplayCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--reason", paramLabel = "REASON", description = "only this reason")
  private @Nullable String reason;

  @Parameters(arity = "0..*", paramLabel = "PLACE", description = "as `dlq list` prints them")
  private List<String> places = List.of();

  @Override
  public Integer call() throws Exception {
    if (reason != null && !places.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "either --reason or PLACE");
    }
    Predicate<Letter> wanted = wanted();
    Settings settings = options.settings();
    var config = IngestConfig.from(settings);
    var out = spec.commandLine().getOut();
    try (var kafka = new TopicScan(KafkaAccess.from(settings));
        var writer =
            LedgerWriter.open(
                config.target(), new Patience(config.outage(), () -> false), Clock.systemUTC())) {
      var done = new Replayer(config.target().topics(), kafka, writer, out::println).replay(wanted);
      out.printf(
          "%d published again, %d left as they are, %d cannot be replayed%n",
          done.published(), done.skipped(), done.unfit());
      return done.unfit() == 0 ? 0 : 1;
    }
  }

  private Predicate<Letter> wanted() {
    if (reason != null) {
      String code = RejectReason.parse(reason).code();
      return l -> l.cause().reason().equals(code);
    }
    Set<Place> chosen = places.stream().map(Place::parse).collect(Collectors.toSet());
    return l -> chosen.isEmpty() || chosen.contains(l.place());
  }
}
