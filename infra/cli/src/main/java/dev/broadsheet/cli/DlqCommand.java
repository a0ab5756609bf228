package dev.broadsheet.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `broadsheet dlq`: what could not be processed.
@Command(
    name = "dlq",
    mixinStandardHelpOptions = true,
    description = "Dead letters: what could not be processed, and why.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Dead letters are kept for ever. A letter is open until its issue has a newer revision in"
          + " the",
      "ledger: by replay, by other bytes under the same key, or by withdrawal. If that revision",
      "fails, too, it has a letter of its own. So the list is empty when every cause is gone.",
      "",
      "  broadsheet dlq list --reason mapping",
      "  broadsheet dlq show broadsheet.issues.dlq/0/17",
      "  broadsheet dlq replay --reason mapping"
    },
    subcommands = {
      DlqListCommand.class,
      DlqShowCommand.class,
      DlqReplayCommand.class,
      DlqCloseCommand.class
    })
final class DlqCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Which of list, show, replay, close?");
  }
}
