package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.process.Processes;
import io.quantedge.localstack.stack.Leftovers;
import io.quantedge.localstack.stack.StackConfig;
import io.quantedge.localstack.stack.StackState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends the running stack, whoever started it. */
@Command(
    name = "down",
    description = "Stops the running exchange and cleans up after a crashed one.")
final class DownCommand implements Callable<Integer> {
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final ExchangeHome home;
  private final Console console;

  DownCommand(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = StackConfig.of(home).folder();
    Optional<StackState> state = StackState.read(folder);
    Optional<ProcessHandle> supervisor = state.flatMap(StackState::supervisor);
    supervisor.ifPresent(this::end);
    int leftovers = Leftovers.end(folder);
    if (state.isEmpty() && leftovers == 0) {
      console.say("No stack runs.");
    } else if (leftovers > 0) {
      console.say("Stopped; %d left-over processes were ended.".formatted(leftovers));
    } else {
      console.say("Stopped.");
    }
    return ExitCode.OK;
  }

  private void end(ProcessHandle supervisor) {
    console.say("Stopping the exchange (pid %d)".formatted(supervisor.pid()));
    supervisor.destroy();
    if (!Processes.awaitEnd(List.of(supervisor), GRACE)) {
      console.say("It does not end by itself; it is killed.");
      supervisor.destroyForcibly();
      Processes.awaitEnd(List.of(supervisor), GRACE);
    }
  }
}
