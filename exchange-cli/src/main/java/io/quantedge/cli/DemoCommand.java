package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.simulator.DemoSpec;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The main job: starts everything, trades the scenario, verifies it, and shows the result. */
@Command(
    name = "demo",
    description = {
      "Starts the exchange, trades seeded auctions from four regions on it, and verifies what became"
          + " of every bid by reading the stores."
    })
final class DemoCommand implements Callable<Integer> {
  private final ExchangeHome home;
  private final Console console;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--bids",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many bids to send (default: ${DEFAULT-VALUE}).")
  private int bids;

  @Option(
      names = "--slots",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many slots to sell (default: ${DEFAULT-VALUE}).")
  private int slots;

  DemoCommand(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    DemoSpec demo = demoSpec();
    var report = options.report(spec);
    var config = options.stack().config(home, options.contenders(), spec);
    return new TradingSession(config, console, report, options.exit()).run(Trading.demo(demo));
  }

  DemoSpec demoSpec() {
    try {
      return new DemoSpec(options.seed(), bids, slots);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  RunOptions options() {
    return options;
  }
}
