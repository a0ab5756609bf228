package dev.broadsheet.cli;

import dev.broadsheet.cli.letter.LetterBox;
import dev.broadsheet.cli.letter.Place;
import dev.broadsheet.cli.letter.Visible;
import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.KafkaAccess;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `broadsheet dlq show`: one letter.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows one letter: its headers and its text. Where the text itself is at fault, the place is",
      "marked 【so】. Control characters are made visible."
    })
final class DlqShowCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLACE", description = "as `dlq list` prints it")
  private String place;

  @Option(
      names = "--characters",
      defaultValue = "4000",
      description = "how much of the text (default: 4000)")
  private int characters;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    var wanted = Place.parse(place);
    try (var kafka = new TopicScan(KafkaAccess.from(settings))) {
      var topics = new Topics(settings.get(Settings.TOPIC_PREFIX));
      var found = new LetterBox(topics, kafka).at(wanted);
      if (found.isEmpty()) {
        spec.commandLine().getErr().printf("broadsheet: there is no letter at %s%n", wanted);
        return 1;
      }
      print(found.get());
    }
    return 0;
  }

  private void print(ConsumerRecord<byte[], byte[]> record) {
    var out = spec.commandLine().getOut();
    out.printf("key: %s%n", record.key() == null ? "none" : Visible.of(record.key(), 600));
    record
        .headers()
        .forEach(
            h ->
                out.printf(
                    "%s: %s%n",
                    Visible.of(h.key()),
                    h.value() == null ? "none" : Visible.of(h.value(), 2_000)));
    out.println();
    out.println(
        record.value() == null
            ? "(no text: it was too large for a letter, or there was none)"
            : Visible.of(record.value(), Math.max(0, characters)));
  }
}
