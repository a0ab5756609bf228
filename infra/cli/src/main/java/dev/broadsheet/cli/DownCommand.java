package dev.broadsheet.cli;

import dev.broadsheet.stack.Stack;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `broadsheet down`: ends what `up` started.
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Ends all that runs in --data: room, stages, node and broker. Data stays.")
final class DownCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    var stages = Stages.stop(options.data());
    boolean servers = Stack.stop(options.data());
    if (stages.isEmpty() && !servers) {
      out.println("Nothing runs in " + options.data());
    } else {
      out.println("Broadsheet is down. Its data stays in " + options.data());
    }
    return 0;
  }
}
