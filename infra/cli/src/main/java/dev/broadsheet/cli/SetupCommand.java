package dev.broadsheet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `broadsheet setup`: topics, index template and aliases.
@Command(
    name = "setup",
    mixinStandardHelpOptions = true,
    description =
        "Creates topics, index template, index and aliases; changes nothing that is right.")
final class SetupCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    new Setup(options.settings()).run().forEach(spec.commandLine().getOut()::println);
    return 0;
  }
}
