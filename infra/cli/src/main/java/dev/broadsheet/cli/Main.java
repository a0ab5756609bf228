package dev.broadsheet.cli;

import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.sink.SinkException;
import dev.broadsheet.sink.install.IndexMismatch;
import dev.broadsheet.stack.ServerStartException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The `broadsheet` command. Exit codes: 0 done, 1 failed, 2 wrong usage.
@Command(
    name = "broadsheet",
    mixinStandardHelpOptions = true,
    version = "broadsheet 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    description = "Raw newspaper pages in, searchable articles out, continuously.",
    footer = {
      "",
      "Begin with:  broadsheet demo",
      "A page without any server:  broadsheet preview FILE",
      "Every day:  broadsheet up, then put files into the inbox that it names",
      "",
      "Settings: --set NAME=VALUE, or the environment variable BROADSHEET_NAME (dots become _),",
      "or a line in the file that --config or BROADSHEET_CONFIG names. In this order they win."
    },
    subcommands = {
      DemoCommand.class,
      PreviewCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      IngestCommand.class,
      PollCommand.class,
      EnrichCommand.class,
      SinkCommand.class,
      RoomCommand.class,
      SetupCommand.class,
      SearchCommand.class,
      TraceCommand.class,
      CalendarCommand.class,
      WithdrawCommand.class,
      ReconcileCommand.class,
      DlqCommand.class,
      ReindexCommand.class,
      TopicsCommand.class,
      ChaosCommand.class,
      BenchCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
  }

  /// Runs a command and ends the process with its exit code.
  public static void main(String[] args) {
    var out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    int code = commandLine(out).execute(args);
    out.flush();
    System.exit(code);
  }

  /// Runs a command and returns its exit code. What it prints goes to `out`, errors to `err`.
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return commandLine(out).setErr(err).execute(args);
  }

  static CommandLine commandLine(PrintWriter out) {
    return new CommandLine(new Main())
        .setOut(out)
        .setExecutionExceptionHandler(Main::explain)
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /// What people can mend is told in one line; the rest is a bug and shows its trace.
  private static int explain(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof Unreachable
        || e instanceof ServerStartException
        || e instanceof SinkException
        || e instanceof IndexMismatch
        || e instanceof IllegalArgumentException) {
      commandLine.getErr().println("broadsheet: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw e;
  }
}
