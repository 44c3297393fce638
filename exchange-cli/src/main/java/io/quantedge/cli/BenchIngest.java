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

/** How fast bids are taken, and how soon they are answered. */
@Command(
    name = "ingest",
    description = {
      "Bids per second that the packaged service takes one by one over HTTP and as a stream, beside"
          + " an endpoint that only parses them and a producer that only writes them; and how soon a"
          + " single bid is answered at half the rate. About six minutes."
    })
final class BenchIngest implements Callable<Integer> {
  private static final int MOST_CONNECTIONS = 2_000;
  private static final int MOST_STREAMS = 64;

  private final ExchangeHome home;
  private final Console console;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Measured rounds of each variant (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--round-seconds",
      paramLabel = "S",
      defaultValue = "8",
      description = "How long each of them lasts (default: ${DEFAULT-VALUE}).")
  private int roundSeconds;

  @Option(
      names = "--warmup-seconds",
      paramLabel = "S",
      defaultValue = "30",
      description = "How long each variant works before (default: ${DEFAULT-VALUE}).")
  private int warmupSeconds;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "128",
      description = "Connections that send single bids (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--streams",
      paramLabel = "N",
      defaultValue = "2",
      description = "Streams that send many (default: ${DEFAULT-VALUE}).")
  private int streams;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result to FILE too.")
  private @Nullable Path json;

  BenchIngest(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    return new BenchProcess(home, console).run(words());
  }

  List<String> words() {
    require("--rounds", rounds, BenchCommand.MOST_ROUNDS);
    require("--round-seconds", roundSeconds, BenchCommand.MOST_SECONDS);
    require("--warmup-seconds", warmupSeconds, BenchCommand.MOST_SECONDS);
    require("--connections", connections, MOST_CONNECTIONS);
    require("--streams", streams, MOST_STREAMS);
    List<String> words =
        new ArrayList<>(
            List.of(
                "ingest",
                "rounds=" + rounds,
                "round-seconds=" + roundSeconds,
                "warmup-seconds=" + warmupSeconds,
                "connections=" + connections,
                "streams=" + streams));
    BenchCommand.file(spec, "json", json).ifPresent(words::add);
    return words;
  }

  private void require(String name, int value, int most) {
    BenchCommand.require(spec, name, value, most);
  }
}
