package dev.broadsheet.cli;

import dev.broadsheet.ingest.IngestApp;
import dev.broadsheet.ingest.IngestConfig;
import dev.broadsheet.ingest.ledger.Withdrawal;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `broadsheet withdraw`: takes an issue out of search.
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description = "Hides all articles of an issue. Other bytes under its key bring it back.",
    footer = {
      "",
      "  broadsheet withdraw xnrb/2025-03-20/01",
      "",
      "The same bytes again do not bring it back, unless: broadsheet ingest --reissue PATH"
    })
final class WithdrawCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "KEY", description = "issue key: the path without extension")
  private String key;

  @Option(
      names = "--in-advance",
      description = "also when nothing came under this key yet: what comes first stays hidden")
  private boolean inAdvance;

  @Override
  public Integer call() throws Exception {
    var app = new IngestApp(IngestConfig.from(options.settings()), Clock.systemUTC());
    Withdrawal withdrawal = app.withdraw(key, inAdvance);
    var out = spec.commandLine().getOut();
    return switch (withdrawal.kind()) {
      case WITHDRAWN -> {
        out.printf("withdrawn as revision %d%n", withdrawal.revision());
        yield 0;
      }
      case ALREADY_WITHDRAWN -> {
        out.println("it was withdrawn before");
        yield 0;
      }
      case UNKNOWN -> {
        spec.commandLine()
            .getErr()
            .printf(
                "broadsheet: nothing was ever taken in under the key %s; is it spelt as in"
                    + " `broadsheet search`?%n",
                Display.safe(key));
        yield 1;
      }
    };
  }
}
