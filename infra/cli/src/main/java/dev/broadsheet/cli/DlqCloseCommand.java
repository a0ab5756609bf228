package dev.broadsheet.cli;

import dev.broadsheet.cli.letter.Closer;
import dev.broadsheet.cli.letter.LetterBox;
import dev.broadsheet.cli.letter.Place;
import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.KafkaAccess;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `broadsheet dlq close`: takes letters off the list without replay.
@Command(
    name = "close",
    mixinStandardHelpOptions = true,
    description = {
      "Takes letters off the list that cannot be replayed, such as records without a key that",
      "somebody else wrote. The letter stays in its topic, a mark is written behind it."
    })
final class DlqCloseCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "PLACE", description = "as `dlq list` prints them")
  private List<String> places;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    List<Place> chosen = places.stream().map(Place::parse).toList();
    KafkaAccess access = KafkaAccess.from(settings);
    int code = 0;
    try (var kafka = new TopicScan(access)) {
      var box = new LetterBox(new Topics(settings.get(Settings.TOPIC_PREFIX)), kafka);
      for (Place place : chosen) {
        if (box.at(place).isPresent()) {
          new Closer(access).close(place);
          spec.commandLine().getOut().printf("%s: closed%n", place);
        } else {
          spec.commandLine().getErr().printf("broadsheet: there is no letter at %s%n", place);
          code = 1;
        }
      }
    }
    return code;
  }
}
