package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.stack.StackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code exchange} with all that it can do. */
@Command(
    name = "exchange",
    description = "Runs the Quant Edge Exchange on this machine and trades on it.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:a check does not hold, the books differ, a run came to no verdict, a test failed, or a dead"
          + " letter was not sent",
      "2:the command line cannot be understood",
      "3:no stack runs (status, audit, dlq)",
      "4:a part is not healthy (status)",
      "5:the stack could not start, or did not stay",
      "69:no suitable JDK or Maven was found, or the build failed",
      "130:ended by Ctrl-C before there was a result"
    },
    footer = {"", "Logs are in .local/logs. 'exchange help COMMAND' says more about a command."})
final class ExchangeCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine commandLine(ExchangeHome home, Console console) {
    CommandLine line = new CommandLine(new ExchangeCommand());
    line.addSubcommand(new DemoCommand(home, console));
    line.addSubcommand(new ReplayCommand(home, console));
    line.addSubcommand(new UpCommand(home, console));
    line.addSubcommand(new StatusCommand(home, console));
    line.addSubcommand(new DownCommand(home, console));
    line.addSubcommand(new AuditCommand(home, console));
    line.addSubcommand(DlqCommand.commandLine(home, console));
    line.addSubcommand(new TestCommand(home, console));
    line.addSubcommand(BenchCommand.commandLine(home, console));
    line.addSubcommand(new CommandLine.HelpCommand());
    line.addSubcommand(new SuperviseCommand(home, console));
    line.setOut(console.out());
    line.setErr(console.err());
    line.setExecutionExceptionHandler((e, command, parsed) -> complain(e, console));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static int complain(Exception problem, Console console) {
    String message = String.valueOf(problem.getMessage());
    return switch (problem) {
      case StackException e -> {
        console.complain(message);
        yield e.reason() == StackException.Reason.CLOSED
            ? ExitCode.INTERRUPTED
            : ExitCode.STACK_FAILED;
      }
      case InterruptedException e -> {
        console.complain("interrupted");
        yield ExitCode.INTERRUPTED;
      }
      default -> {
        console.complain("unexpected " + problem);
        problem.printStackTrace(console.err());
        yield ExitCode.FAILED;
      }
    };
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
