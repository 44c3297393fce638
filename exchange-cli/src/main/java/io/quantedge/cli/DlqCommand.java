package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The dead letters: outcomes that could not be settled. */
@Command(
    name = "dlq",
    description = "Lists, shows and replays outcomes that could not be settled.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n")
final class DlqCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private DlqCommand() {}

  static CommandLine commandLine(ExchangeHome home, Console console) {
    CommandLine line = new CommandLine(new DlqCommand());
    line.addSubcommand(new DlqListCommand(home, console));
    line.addSubcommand(new DlqShowCommand(home, console));
    line.addSubcommand(new DlqReplayCommand(home, console, Clock.systemUTC()));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command: list, show or replay?");
  }
}
