package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.simulator.ReplaySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays recorded auctions on a fresh stack. */
@Command(
    name = "replay",
    description = {
      "Starts the exchange and replays recorded auctions on it: each auction a slot with its opening"
          + " bid as floor, first price, all auctions side by side and time compressed."
    })
final class ReplayCommand implements Callable<Integer> {
  private final ExchangeHome home;
  private final Console console;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();

  @Parameters(paramLabel = "FILE", description = "The recorded bids, as CSV.")
  private Path file = Path.of("");

  ReplayCommand(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    ReplaySpec replay = new ReplaySpec(readableFile(), options.seed());
    var report = options.report(spec);
    var config = options.stack().config(home, options.contenders(), spec);
    return new TradingSession(config, console, report, options.exit()).run(Trading.replay(replay));
  }

  private Path readableFile() {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new ParameterException(
          spec.commandLine(), "there is no readable file %s".formatted(file.toAbsolutePath()));
    }
    return file.toAbsolutePath();
  }
}
