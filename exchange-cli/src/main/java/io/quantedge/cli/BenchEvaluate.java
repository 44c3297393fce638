package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What evaluation costs, how soon an outcome is known, and how soon an evaluator is back. */
@Command(
    name = "evaluate",
    description = {
      "Records per second through the fold beside a consumer that only decodes them; how long it"
          + " takes from a slot's closing time to its outcome under load; and how soon an evaluator"
          + " that was killed has caught up. About eight minutes."
    })
final class BenchEvaluate implements Callable<Integer> {
  private static final int MOST_RECORDS = 20_000_000;
  private static final int MOST_CLOSES = 20_000;
  private static final int MOST_PER_SECOND = 100_000;

  private final ExchangeHome home;
  private final Console console;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Measured rounds of each variant, and restarts (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Records that are folded in each round (default: ${DEFAULT-VALUE}).")
  private int records;

  @Option(
      names = "--closes",
      paramLabel = "N",
      defaultValue = "600",
      description = "Auctions that end while latencies are measured (default: ${DEFAULT-VALUE}).")
  private int closes;

  @Option(
      names = "--warmup-closes",
      paramLabel = "N",
      defaultValue = "200",
      description = "Auctions that end before (default: ${DEFAULT-VALUE}).")
  private int warmupCloses;

  @Option(
      names = "--bids-per-second",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Bids that are written meanwhile (default: ${DEFAULT-VALUE}).")
  private int bidsPerSecond;

  @Option(
      names = "--open-bids",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Bids in open slots when the evaluator is killed (default: ${DEFAULT-VALUE}).")
  private int openBids;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result to FILE too.")
  private @Nullable Path json;

  BenchEvaluate(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    return new BenchProcess(home, console).run(words());
  }

  List<String> words() {
    require("--rounds", rounds, BenchCommand.MOST_ROUNDS);
    require("--records", records, MOST_RECORDS);
    require("--closes", closes, MOST_CLOSES);
    require("--warmup-closes", warmupCloses, MOST_CLOSES);
    require("--bids-per-second", bidsPerSecond, MOST_PER_SECOND);
    require("--open-bids", openBids, MOST_RECORDS);
    List<String> words =
        new ArrayList<>(
            List.of(
                "evaluate",
                "rounds=" + rounds,
                "records=" + records,
                "closes=" + closes,
                "warmup-closes=" + warmupCloses,
                "bids-per-second=" + bidsPerSecond,
                "open-bids=" + openBids));
    BenchCommand.file(spec, "json", json).ifPresent(words::add);
    return words;
  }

  private void require(String name, int value, int most) {
    BenchCommand.require(spec, name, value, most);
  }
}
